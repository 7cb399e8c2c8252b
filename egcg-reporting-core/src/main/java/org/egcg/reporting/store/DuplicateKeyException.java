package org.egcg.reporting.store;

import org.jspecify.annotations.Nullable;

/** Another document already has a value that must be unique. Callers turn it into a refusal; it goes no further. */
public final class DuplicateKeyException extends Exception {
    public DuplicateKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
