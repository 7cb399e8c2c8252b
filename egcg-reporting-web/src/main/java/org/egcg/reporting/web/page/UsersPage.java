package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;

/** Where administrators say who may come in, and as what. */
@Named("users")
@RequestScoped
public class UsersPage implements Page {

    @Inject
    private Visit visit;

    @Inject
    private Doors doors;

    private String name = "";
    private String role = Role.EDITOR.text();
    private String password = "";
    private String passwordOf = "";
    private String message = "";

    @Override
    public String title() {
        return "Users";
    }

    /** Whether the visitor may be here. */
    public boolean allowed() {
        return visit.admin();
    }

    public List<User> users() {
        visit.user().require(Role.ADMIN);
        return doors.users().all();
    }

    public List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::text).toList();
    }

    public String message() {
        return message;
    }

    /** The initial password just given to somebody: this is the only time that it can be shown. */
    public String password() {
        return password;
    }

    public String passwordOf() {
        return passwordOf;
    }

    private void does(Runnable change, String done) {
        try {
            visit.user().require(Role.ADMIN);
            change.run();
            message = done;
        } catch (ReportingException refused) {
            message = "Nothing was changed: " + refused.getMessage() + ".";
        }
    }

    public void add() {
        does(
                () -> {
                    password = doors.users().addWithInitialPassword(name, role(role));
                    passwordOf = name;
                    name = "";
                },
                "The user is added.");
    }

    public void remove(String user) {
        does(
                () -> {
                    notOneself(user);
                    doors.users().remove(user);
                },
                "User " + user + " is removed.");
    }

    public void grant(String user, String newRole) {
        does(
                () -> {
                    notOneself(user);
                    doors.users().grant(user, role(newRole));
                },
                "User " + user + " is now " + newRole + ".");
    }

    public void reset(String user) {
        does(
                () -> {
                    password = doors.users().resetPassword(user);
                    passwordOf = user;
                },
                "User " + user + " has a new password.");
    }

    /** An administrator who locks himself out may be the last one. */
    private void notOneself(String user) {
        if (user.equals(visit.user().name())) {
            throw new Malformed("nobody removes himself or changes his own role");
        }
    }

    private static Role role(String name) {
        return Role.named(name).orElseThrow(() -> new Malformed("there is no role " + name));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
