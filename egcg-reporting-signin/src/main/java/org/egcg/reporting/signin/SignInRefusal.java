package org.egcg.reporting.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a user has to log in again, or could not; the code stands in addresses. */
public enum SignInRefusal {
    /** There is nothing to say but that the session is over. */
    OVER(""),
    FAILED("The login there did not succeed, or took too long. Please try again."),
    CONFIRMED_NO_MORE("The institute's login does not know you any more, or you have logged out there. Log in again."),
    NOT_ADMITTED("You are known there, but in no group that may use this service. Ask your administrator."),
    NAME_TAKEN("There is an account of your name here that is not the institute's. Ask your administrator."),
    AWAY("The institute's login does not answer. Please try again in a few minutes.");

    private final String sentence;

    SignInRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence for people. */
    public String sentence() {
        return sentence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SignInRefusal> of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst();
    }
}
