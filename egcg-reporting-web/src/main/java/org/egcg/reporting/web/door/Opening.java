package org.egcg.reporting.web.door;

/** For whom an address is. Where several rules open one, the first kind of these counts. */
public enum Opening {

    /** Anybody's, or it asks for itself: what pages are drawn with, how the service is, ways to log in. */
    ANYBODY,

    /** The API's, which asks everybody who he is. */
    API,

    /** What the scripts of the pages ask for: a user's. */
    SCRIPT,

    /** A page: a user's, except those of the login. */
    PAGE,

    /** No rule opens it. */
    NOBODY
}
