package org.egcg.reporting.store;

/** Another document already has a value that must be unique. Callers turn it into a refusal; it goes no further. */
public final class DuplicateKeyException extends Exception {
    public DuplicateKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
