package org.example.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A laboratory's own application, which has the reporting library inside. */
@ApplicationPath("lab")
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "laboratory")
public class Laboratory extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Runs.class, Refusals.class);
    }
}
