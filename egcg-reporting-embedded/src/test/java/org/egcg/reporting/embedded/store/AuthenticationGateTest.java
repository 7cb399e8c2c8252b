package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.egcg.reporting.testkit.Logged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody without the password gets from the embedded store: nothing, and no way to harm it. */
class AuthenticationGateTest {

    private EmbeddedStore store;
    private MongoClient service;

    @BeforeEach
    void open() {
        store = EmbeddedStore.inMemory();
        service = MongoClients.create(store.connectionString());
        service.getDatabase("reporting").getCollection("samples").insertOne(new Document("sample_id", "secret"));
    }

    @AfterEach
    void theServiceStillWorks() {
        assertThat(service.getDatabase("reporting").getCollection("samples").find())
                .extracting(sample -> sample.getString("sample_id"))
                .containsExactly("secret");
        try (MongoClient another = MongoClients.create(store.connectionString())) {
            assertThat(another.getDatabase("reporting").getCollection("samples").countDocuments())
                    .isEqualTo(1);
        }
        service.close();
        store.close();
    }

    private String with(String account) {
        return store.connectionString().replaceFirst("//[^@]*@", "//" + account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'samples', $db: 'reporting'}",
                "{count: 'samples', $db: 'reporting'}",
                "{aggregate: 'samples', pipeline: [], cursor: {}, $db: 'reporting'}",
                "{distinct: 'samples', key: 'sample_id', $db: 'reporting'}",
                "{insert: 'samples', documents: [{a: 1}], $db: 'reporting'}",
                "{update: 'samples', updates: [{q: {}, u: {$set: {a: 1}}}], $db: 'reporting'}",
                "{delete: 'samples', deletes: [{q: {}, limit: 0}], $db: 'reporting'}",
                "{findAndModify: 'samples', query: {}, remove: true, $db: 'reporting'}",
                "{drop: 'samples', $db: 'reporting'}",
                "{dropDatabase: 1, $db: 'reporting'}",
                "{create: 'mine', $db: 'reporting'}",
                "{createIndexes: 'samples', indexes: [{key: {a: 1}, name: 'a'}], $db: 'reporting'}",
                "{renameCollection: 'reporting.samples', to: 'reporting.mine', $db: 'admin'}",
                "{getMore: {$numberLong: '1'}, collection: 'samples', $db: 'reporting'}",
                "{killCursors: 'samples', cursors: [{$numberLong: '1'}], $db: 'reporting'}",
                "{listCollections: 1, $db: 'reporting'}",
                "{listDatabases: 1, $db: 'admin'}",
                "{serverStatus: 1, $db: 'admin'}",
                "{hostInfo: 1, $db: 'admin'}",
                "{getLog: 'global', $db: 'admin'}",
                "{getCmdLineOpts: 1, $db: 'admin'}",
                "{whatsmyuri: 1, $db: 'admin'}",
                "{buildInfo: 1, $db: 'admin'}",
                "{ping: 1, $db: 'admin'}",
                "{shutdown: 1, $db: 'admin'}",
                "{}"
            })
    void whoHasNotLoggedInIsRefusedEveryCommandInEitherForm(String command) throws IOException {
        try (WireClient stranger = new WireClient(store)) {
            assertThat(stranger.command(command)).containsEntry("code", new BsonInt32(13));
            assertThat(stranger.query("reporting.$cmd", command)).containsEntry("code", new BsonInt32(13));
            assertThat(stranger.query("reporting.samples", command)).containsEntry("code", new BsonInt32(13));
            assertThat(stranger.query("admin.$cmd.sys.inprog", command)).containsEntry("code", new BsonInt32(13));
        }
    }

    @Test
    void aGreetingIsAnsweredAndOpensNothing() throws IOException {
        try (WireClient stranger = new WireClient(store)) {
            assertThat(stranger.query("admin.$cmd", "{isMaster: 1, find: 'samples'}"))
                    .containsKey("maxWireVersion")
                    .doesNotContainKeys("cursor", "saslSupportedMechs");
            assertThat(stranger.query("admin.$cmd", "{$query: {find: 'samples'}, isMaster: 1}"))
                    .containsEntry("code", new BsonInt32(13));
            assertThat(stranger.query("reporting.samples", "{isMaster: 1}")).containsEntry("code", new BsonInt32(13));
            assertThat(stranger.command("{find: 'samples', $db: 'reporting'}"))
                    .containsEntry("code", new BsonInt32(13));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporting:wrong@", "reporting:@", "admin:wrong@", "root:root@"})
    void aWrongPasswordOrAnotherAccountIsRefused(String account) {
        try (MongoClient stranger = MongoClients.create(with(account))) {
            assertThatThrownBy(() -> stranger.getDatabase("reporting")
                            .listCollectionNames()
                            .first())
                    .isInstanceOf(MongoSecurityException.class);
        } catch (IllegalArgumentException noPassword) {
            assertThat(account).contains(":@");
        }
    }

    @Test
    void withoutAnAccountADriverGetsNowhere() {
        try (MongoClient stranger = MongoClients.create(with("").replaceFirst("/\\?.*", "/"))) {
            assertThatThrownBy(() -> stranger.getDatabase("reporting")
                            .listCollectionNames()
                            .first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{saslStart: 1, mechanism: 'PLAIN', payload: BinData(0, 'AHJlcG9ydGluZwB4'), $db: '$external'}",
                "{saslStart: 1, mechanism: 'MONGODB-X509', payload: BinData(0, ''), $db: '$external'}",
                "{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: 'n,,n=reporting,r=abc', $db: 'admin'}",
                "{saslStart: 1, mechanism: 'SCRAM-SHA-256', $db: 'admin'}",
                "{saslStart: 1, $db: 'admin'}",
                "{saslContinue: 1, conversationId: 1, payload: BinData(0, 'Yz1iaXdzLHI9YSxwPQ=='), $db: 'admin'}",
                "{saslContinue: 1, $db: 'admin'}"
            })
    void aLoginOfAnotherKindEndsTheConnection(String command) throws IOException {
        try (WireClient stranger = new WireClient(store)) {
            assertThat(stranger.command(command)).containsEntry("code", new BsonInt32(18));
            assertThat(stranger.isCutOff()).isTrue();
        }
    }

    @Test
    void aLoginThatSkipsTheProofOrBeginsAgainIsNone() throws IOException {
        String start = "{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: BinData(0, 'biwsbj1yZXBvcnRpbmcscj1hYmM='),"
                + " $db: 'admin'}";
        try (WireClient stranger = new WireClient(store)) {
            BsonDocument first = stranger.command(start);
            assertThat(first.getBoolean("done").getValue()).isFalse();
            assertThat(stranger.command("{find: 'samples', $db: 'reporting'}"))
                    .containsEntry("code", new BsonInt32(13));
            assertThat(stranger.command(start)).containsEntry("code", new BsonInt32(18));
            assertThat(stranger.isCutOff()).isTrue();
        }
    }

    static Stream<Arguments> malice() {
        byte[] zero = new byte[4];
        byte[] document = WireClient.bson("{a: 1}");
        byte[] name = "reporting.samples\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] flagsAndKind = new byte[5];
        return Stream.of(
                Arguments.of("OP_INSERT", WireClient.message(WireClient.OP_INSERT, zero, name, document)),
                Arguments.of(
                        "OP_UPDATE", WireClient.message(WireClient.OP_UPDATE, zero, name, zero, document, document)),
                Arguments.of("OP_DELETE", WireClient.message(WireClient.OP_DELETE, zero, name, zero, document)),
                Arguments.of("OP_GET_MORE", WireClient.message(WireClient.OP_GET_MORE, zero, name, zero, zero, zero)),
                Arguments.of("OP_KILL_CURSORS", WireClient.message(WireClient.OP_KILL_CURSORS, zero, zero)),
                Arguments.of("OP_COMPRESSED", WireClient.message(WireClient.OP_COMPRESSED, zero, zero, new byte[1])),
                Arguments.of("an unknown operation", WireClient.message(4711, zero, document)),
                Arguments.of(
                        "48 MB announced",
                        WireClient.little(16).putInt(47_000_000).putInt(1).array()),
                Arguments.of(
                        "2 GB announced",
                        WireClient.little(16)
                                .putInt(Integer.MAX_VALUE)
                                .putInt(1)
                                .array()),
                Arguments.of(
                        "a negative length",
                        WireClient.little(16).putInt(-1).putInt(1).array()),
                Arguments.of(
                        "a length of nothing",
                        WireClient.little(16).putInt(4).putInt(1).array()),
                Arguments.of("HTTP", "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Arguments.of("a text of 2 GB", WireClient.message(WireClient.OP_MSG, flagsAndKind, lying((byte) 2))),
                Arguments.of("2 GB of bytes", WireClient.message(WireClient.OP_MSG, flagsAndKind, lying((byte) 5))),
                Arguments.of(
                        "a document of 2 GB", WireClient.message(WireClient.OP_MSG, flagsAndKind, lying((byte) 3))),
                Arguments.of("a nest", WireClient.message(WireClient.OP_MSG, flagsAndKind, nest(1000))),
                Arguments.of(
                        "a sequence of documents",
                        WireClient.message(WireClient.OP_MSG, new byte[] {0, 0, 0, 0, 1}, document)),
                Arguments.of(
                        "two documents",
                        WireClient.message(WireClient.OP_QUERY, WireClient.query("a.$cmd"), document, document)));
    }

    /** A small document that claims to hold something large. */
    private static byte[] lying(byte type) {
        return WireClient.little(20)
                .putInt(20)
                .put(type)
                .put((byte) 'a')
                .put((byte) 0)
                .putInt(Integer.MAX_VALUE - 8)
                .array();
    }

    private static byte[] nest(int depth) {
        return WireClient.bson("{a: ".repeat(depth) + "1" + "}".repeat(depth));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malice")
    void whatNoLoginNeedsEndsTheConnectionBeforeItCostsMemory(String what, byte[] bytes) throws IOException {
        try (WireClient stranger = new WireClient(store)) {
            stranger.send(bytes);
            assertThat(stranger.isCutOff()).as(what).isTrue();
        }
    }

    @Test
    void whoGreetsMoreOftenThanADriverIsCutOff() throws IOException {
        try (WireClient stranger = new WireClient(store)) {
            for (int i = 0; i < 64; i++) {
                stranger.query("admin.$cmd", "{isMaster: 1}");
            }
            stranger.send(WireClient.message(
                    WireClient.OP_QUERY, WireClient.query("admin.$cmd"), WireClient.bson("{isMaster: 1}")));
            assertThat(stranger.isCutOff()).isTrue();
        }
    }

    @Test
    void fiveHundredHalfOpenConnectionsKeepNobodyOutAndTheOldestGo() throws IOException {
        List<WireClient> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                WireClient stranger = new WireClient(store);
                strangers.add(stranger);
                stranger.send(new byte[] {100, 0, 0, 0, 1});
                if (i % 50 == 0) {
                    theDoorIsFree();
                }
            }
            theDoorIsFree();
            assertThat(strangers.stream().filter(WireClient::isCutOffByNow))
                    .hasSizeGreaterThanOrEqualTo(500 - UnauthenticatedConnections.MOST);
        } finally {
            for (WireClient stranger : strangers) {
                stranger.close();
            }
        }
    }

    private void theDoorIsFree() {
        try (MongoClient another = MongoClients.create(store.connectionString())) {
            assertThat(another.getDatabase("reporting").getCollection("samples").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void thePasswordIsInNoLogHoweverMuchIsLogged() {
        String password = store.connectionString().replaceAll(".*reporting:|@.*", "");
        Logger driver = Logger.getLogger("org.mongodb.driver");
        Level before = driver.getLevel();
        driver.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        try (Logged log = Logged.by(driver.getName())) {
            theDoorIsFree();
            assertThat(log.messages()).isNotEmpty().noneMatch(message -> message.contains(password));
        } finally {
            driver.setLevel(before);
            driver.setUseParentHandlers(true);
        }
    }

    /** Changed bytes of real messages, from a seed: none opens the store, and none stops it. */
    @Test
    void noneOfThreeThousandMangledMessagesOpensTheStore() throws IOException {
        Random random = new Random(20261128);
        List<byte[]> real = List.of(
                WireClient.message(
                        WireClient.OP_MSG, new byte[5], WireClient.bson("{drop: 'samples', $db: 'reporting'}")),
                WireClient.message(
                        WireClient.OP_QUERY, WireClient.query("reporting.$cmd"), WireClient.bson("{drop: 'samples'}")),
                WireClient.message(
                        WireClient.OP_QUERY,
                        WireClient.query("admin.$cmd"),
                        WireClient.bson("{isMaster: 1, b: BinData(0, 'AAAA')}")));
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = real.get(random.nextInt(real.size())).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try (WireClient stranger = new WireClient(store)) {
                stranger.send(Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * random.nextInt(bytes.length)));
            }
        }
    }
}
