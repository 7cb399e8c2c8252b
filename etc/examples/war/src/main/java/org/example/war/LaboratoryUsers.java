package org.example.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;

/** Those log in who have an account in the library; any other way in which a server knows its callers will do as well. */
@ApplicationScoped
public class LaboratoryUsers implements IdentityStore {

    @Inject
    private Users users;

    /** Called by the server. The groups are the roles that the library's beans ask for. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        try {
            User user = users.authenticate(credential.getCaller(), credential.getPasswordAsString(), "laboratory");
            return new CredentialValidationResult(
                    user.name(), Set.of(user.role().text()));
        } catch (ReportingException refused) {
            return CredentialValidationResult.INVALID_RESULT;
        }
    }
}
