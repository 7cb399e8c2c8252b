package org.egcg.reporting.ejb;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.egcg.reporting.security.Role;

/** Lets a call pass if the current user has the role that the method names. */
@AllowedTo
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RoleCheck {

    @Inject
    private CurrentUser user;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        user.require(needed(call.getMethod()));
        return call.proceed();
    }

    static Role needed(Method method) {
        AllowedTo allowed = method.getAnnotation(AllowedTo.class);
        return allowed == null ? Role.ADMIN : allowed.value();
    }
}
