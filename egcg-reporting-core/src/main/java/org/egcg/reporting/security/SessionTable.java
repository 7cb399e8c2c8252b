package org.egcg.reporting.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sessions in the user database, so that all nodes know them and a restart ends none. Times are kept in milliseconds. */
final class SessionTable implements SessionStore {

    private final UserDatabase database;

    SessionTable(UserDatabase database) {
        this.database = database;
    }

    @Override
    public void add(String digest, Kept kept) {
        Session session = kept.session();
        database.change(
                """
                insert into user_sessions
                    (digest, id, user_id, user_version, source, begun, last_seen, ends, confirmed, address, agent, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                digest,
                session.id(),
                session.userId(),
                session.userVersion(),
                session.source().text(),
                session.begun().toEpochMilli(),
                session.lastSeen().toEpochMilli(),
                session.ends().toEpochMilli(),
                session.confirmed().toEpochMilli(),
                session.address(),
                session.agent(),
                kept.state());
    }

    @Override
    public Optional<Kept> find(String digest) {
        return database.rows(SessionTable::read, "select * from user_sessions where digest = ?", digest).stream()
                .findFirst();
    }

    @Override
    public List<Session> of(String userId) {
        return database
                .rows(SessionTable::read, "select * from user_sessions where user_id = ? order by begun, id", userId)
                .stream()
                .map(Kept::session)
                .toList();
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                new Session(
                        row.getString("id"),
                        row.getString("user_id"),
                        row.getLong("user_version"),
                        Source.named(row.getString("source")).orElse(Source.LOCAL),
                        Instant.ofEpochMilli(row.getLong("begun")),
                        Instant.ofEpochMilli(row.getLong("last_seen")),
                        Instant.ofEpochMilli(row.getLong("ends")),
                        Instant.ofEpochMilli(row.getLong("confirmed")),
                        row.getString("address"),
                        row.getString("agent")),
                Objects.requireNonNullElse(row.getString("state"), ""));
    }

    @Override
    public void seen(String digest, Instant when) {
        database.change("update user_sessions set last_seen = ? where digest = ?", when.toEpochMilli(), digest);
    }

    @Override
    public void confirmed(String digest, Instant when, String state) {
        database.change(
                "update user_sessions set confirmed = ?, state = ? where digest = ?",
                when.toEpochMilli(),
                state,
                digest);
    }

    @Override
    public void remove(String userId, String sessionId) {
        database.change("delete from user_sessions where user_id = ? and id = ?", userId, sessionId);
    }

    @Override
    public void removeAll(String userId) {
        database.change("delete from user_sessions where user_id = ?", userId);
    }

    @Override
    public void forget(Instant endedBefore, Instant idleSince) {
        database.change(
                "delete from user_sessions where ends < ? or last_seen < ?",
                endedBefore.toEpochMilli(),
                idleSince.toEpochMilli());
    }
}
