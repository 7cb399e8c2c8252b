/**
 * Which requests come in at all? The front door reads the address of a request once, in the only way in which all
 * behind it reads it too, and refuses what could be read in two ways; it opens what a rule opens, and nothing else. Start
 * with {@link org.egcg.reporting.web.door.FrontDoor}. Which address leads where is in {@code web.route}; who may go there
 * is asked by {@code web.browser} and {@code web.rest}.
 */
package org.egcg.reporting.web.door;
