package org.egcg.reporting.ejb;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.egcg.reporting.security.Role;

/**
 * The least role that a caller of a bean's method needs; {@link RoleCheck} looks. On a class it means its methods that
 * say nothing else: these are for administrators.
 */
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    @Nonbinding
    Role value() default Role.ADMIN;
}
