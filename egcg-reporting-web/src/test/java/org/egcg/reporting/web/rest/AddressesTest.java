package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final Schema SPECIES = Schemas.packaged().named("species").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "Species 1, Species 1, Species%201",
        "a:b/c@d, a:b%2Fc@d, a:b%2Fc@d",
        "Ü?, Ü%3F, %C3%9C%3F",
        "50%, 50%25, 50%25",
        "a#b, a%23b, a%23b"
    })
    void linksAreEncodedWhereTheyMustBeAndHeadersThroughout(String name, String link, String header) {
        BsonDocument document = new BsonDocument("name", new BsonString(name));
        assertThat(Addresses.of(SPECIES, document)).isEqualTo("species/" + link);
        assertThat(Addresses.encoded(SPECIES, document)).isEqualTo("species/" + header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%41", "a\\b", "a;b", "1+1", "/", "a//b", ".", "a/..", "x\ny"})
    void whatCanStandInNoAddressIsNamedByItsIdentifier(String name) {
        ObjectId id = new ObjectId();
        BsonDocument document = new BsonDocument("name", new BsonString(name)).append("_id", new BsonObjectId(id));
        assertThat(Addresses.of(SPECIES, document)).isEqualTo("species/" + id.toHexString());
        assertThat(Addresses.encoded(SPECIES, document)).isEqualTo("species/" + id.toHexString());
    }
}
