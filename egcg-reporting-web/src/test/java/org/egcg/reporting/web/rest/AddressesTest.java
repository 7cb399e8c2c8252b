package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static final Schema SPECIES = Schemas.packaged().named("species").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "Species 1, species/Species%201",
        "a:b/c@d, species/a:b/c@d",
        "Ü?, species/%C3%9C%3F",
        "50%, species/50%25"
    })
    void onlyHeadersAreEncoded(String name, String encoded) {
        BsonDocument document = new BsonDocument("name", new BsonString(name));
        assertThat(Addresses.of(SPECIES, document)).isEqualTo("species/" + name);
        assertThat(Addresses.encoded(SPECIES, document)).isEqualTo(encoded);
    }
}
