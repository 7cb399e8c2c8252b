package org.egcg.reporting.signin;

import java.net.URI;

/**
 * A login that has been begun at the provider: where the browser is sent, and what is to be remembered until it comes
 * back.
 */
public record Begun(URI address, Remembered remembered) {

    /**
     * @param state comes back in the address
     * @param nonce comes back in the ID token
     * @param verifier shows that who asks for the token is who began
     */
    public record Remembered(String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "(secret)";
        }
    }
}
