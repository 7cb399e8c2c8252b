package org.egcg.reporting.review;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A laboratory that all tests of a class have together; each finds it empty. */
abstract class InReviewLab {

    static ReviewLab lab;

    @BeforeAll
    static void open() throws IOException {
        lab = new ReviewLab();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @BeforeEach
    void nothingIsLeftOfOtherTests() {
        lab.empty();
    }
}
