package org.egcg.reporting.web.account;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.ejb.ReportingAccounts;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.User;

/** What an administrator does to the account of a user, after he was asked whether he means it. */
sealed interface AccountAct {

    /** What a form calls it. */
    String word();

    /** The question, which names the account. */
    String question(User account);

    /** What will happen. */
    List<String> facts(User account);

    /** What the button says that does it. */
    String yes();

    /** What has happened. */
    String done(User account);

    /** Does it; gives a text that is shown now and never again, or empty text. */
    String perform(ReportingAccounts accounts, User account);

    /** Whether an administrator may do it to himself. */
    default boolean toOneself() {
        return true;
    }

    /** Which of several things of the account is meant; empty text if there is but one. */
    default String item() {
        return "";
    }

    /** What the form with the answer says again. */
    default Map<String, String> fields(User account) {
        return Map.of("act", word(), "item", item(), "version", Long.toString(account.version()));
    }

    /** What a form asks for. Sessions and tokens are those of the account alone. */
    static AccountAct of(String word, String item, User account, ReportingAccounts accounts) {
        return switch (word) {
            case "grant" -> new Grant(role(item));
            case "password" -> new NewPassword();
            case "factor" -> new WithoutSecondFactor();
            case "session" ->
                new EndSession(accounts.sessions(account).stream()
                        .filter(session -> session.id().equals(item))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("this session has ended already")));
            case "sessions" -> new EndSessions();
            case "token" ->
                new RevokeToken(accounts.tokens(account).stream()
                        .filter(token -> token.id().equals(item))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("there is no such token any more")));
            case "remove" -> new Remove();
            default -> throw new Malformed("there is no such button");
        };
    }

    private static Role role(String name) {
        return Role.named(name).orElseThrow(() -> new Malformed("there is no such role"));
    }

    /** Gives another role. */
    record Grant(Role role) implements AccountAct {
        @Override
        public String word() {
            return "grant";
        }

        @Override
        public String item() {
            return role.text();
        }

        @Override
        public boolean toOneself() {
            return false;
        }

        @Override
        public String question(User account) {
            return "Make " + account.name() + " " + role.text() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of(
                    "The role is " + account.role().text() + " now.",
                    "All sessions of this account end, and its tokens for programs.");
        }

        @Override
        public String yes() {
            return "Make " + role.text();
        }

        @Override
        public String done(User account) {
            return "User " + account.name() + " is now " + role.text() + ".";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.grant(account, role);
            return "";
        }
    }

    /** Gives a random password, to be changed at the next login. */
    record NewPassword() implements AccountAct {
        @Override
        public String word() {
            return "password";
        }

        @Override
        public boolean toOneself() {
            return false;
        }

        @Override
        public String question(User account) {
            return "Give " + account.name() + " a new password?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of(
                    "The present password is void, and all sessions and tokens of this account end.",
                    "The new password is random, shown once, and has to be changed at the first login.");
        }

        @Override
        public String yes() {
            return "Give a new password";
        }

        @Override
        public String done(User account) {
            return "User " + account.name() + " has a new password.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            return accounts.resetPassword(account);
        }
    }

    /** For a user who has lost telephone and recovery codes. */
    record WithoutSecondFactor() implements AccountAct {
        @Override
        public String word() {
            return "factor";
        }

        @Override
        public String question(User account) {
            return "Turn off the second factor of " + account.name() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of("The password alone opens this account then. Be sure who has asked you for this.");
        }

        @Override
        public String yes() {
            return "Turn it off";
        }

        @Override
        public String done(User account) {
            return "User " + account.name() + " logs in without a second factor now.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.withoutSecondFactor(account);
            return "";
        }
    }

    /** Logs one browser out. */
    record EndSession(Session session) implements AccountAct {
        @Override
        public String word() {
            return "session";
        }

        @Override
        public String item() {
            return session.id();
        }

        @Override
        public String question(User account) {
            return "End this session of " + account.name() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of(BrowserName.of(session.agent()) + " from " + session.address() + " has to log in again.");
        }

        @Override
        public String yes() {
            return "End the session";
        }

        @Override
        public String done(User account) {
            return "The session of " + account.name() + " is ended.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.endSession(account, session.id());
            return "";
        }
    }

    /** Logs all browsers out. */
    record EndSessions() implements AccountAct {
        @Override
        public String word() {
            return "sessions";
        }

        @Override
        public String question(User account) {
            return "End all sessions of " + account.name() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of("Every browser has to log in again. Tokens go on working.");
        }

        @Override
        public String yes() {
            return "End all sessions";
        }

        @Override
        public String done(User account) {
            return "All sessions of " + account.name() + " are ended.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.endSessions(account);
            return "";
        }
    }

    /** Takes a program's token away. */
    record RevokeToken(ApiToken token) implements AccountAct {
        @Override
        public String word() {
            return "token";
        }

        @Override
        public String item() {
            return token.id();
        }

        @Override
        public String question(User account) {
            return "Revoke the token " + token.name() + " of " + account.name() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of("Programs that use it are refused from now on. This cannot be undone.");
        }

        @Override
        public String yes() {
            return "Revoke it";
        }

        @Override
        public String done(User account) {
            return "The token " + token.name() + " of " + account.name() + " is revoked.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.revoke(token);
            return "";
        }
    }

    /** Removes the account with all that is of it. */
    record Remove() implements AccountAct {
        @Override
        public String word() {
            return "remove";
        }

        @Override
        public boolean toOneself() {
            return false;
        }

        @Override
        public String question(User account) {
            return "Remove " + account.name() + "?";
        }

        @Override
        public List<String> facts(User account) {
            return List.of(
                    "The account, its sessions and its tokens are gone at once. This cannot be undone.",
                    "An account made later under the same name is another one.");
        }

        @Override
        public String yes() {
            return "Remove the user";
        }

        @Override
        public String done(User account) {
            return "User " + account.name() + " is removed.";
        }

        @Override
        public String perform(ReportingAccounts accounts, User account) {
            accounts.remove(account);
            return "";
        }
    }
}
