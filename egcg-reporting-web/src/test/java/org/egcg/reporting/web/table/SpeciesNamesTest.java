package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeciesNamesTest {

    @Test
    void severalAreNamedByTheFirstLetterOfTheGenus() {
        assertThat(SpeciesNames.areSeveral("Homo sapiens")).isFalse();
        assertThat(SpeciesNames.areSeveral("Bos taurus, Homo sapiens")).isTrue();
        assertThat(SpeciesNames.brief("Bos taurus, PhiX, Canis lupus familiaris, Homo sapiens"))
                .isEqualTo("B. taurus, PhiX, Canis lupus familiaris, H. sapiens");
    }
}
