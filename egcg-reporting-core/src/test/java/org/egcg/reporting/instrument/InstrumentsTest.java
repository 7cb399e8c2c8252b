package org.egcg.reporting.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentsTest {

    private static final Instruments PACKAGED = Instruments.packaged();

    @ParameterizedTest
    @CsvSource({
        "150723_E00306_0025_BHCHK3CCXX, HiSeq X, HiSeq X",
        "170726_D00118_0303_BCB1TVANXX, HiSeq 2500, HiSeq 2500 high output",
        "230825_M04034_0043_000000000-L6NVV, MiSeq, MiSeq standard",
        "230825_M04034_0044_000000000-D6NVV, MiSeq, MiSeq Nano",
        "240131_VH00384_146_AACCHKLHV, NextSeq 2000, NextSeq 2000 P3",
        "20240131_LH00123_0007_A22ABCDLT3, NovaSeq X, NovaSeq X",
        "200101_A00123_0007_BHABCDDSXX, NovaSeq 6000, NovaSeq 6000 S4",
        "200101_K00123_0007_AHABCDBBXX, HiSeq 4000, HiSeq 4000",
        "200101_NB501234_0007_AHABCDBGX5, NextSeq 500, NextSeq 500 high output",
        "200101_MN00123_0007_A000H2ABCD, MiniSeq, MiniSeq",
        "200101_FS10000123_7_BPA73112-1234, iSeq, iSeq",
        "200101_X99_0007_AHABCDBBXX, HiSeq 4000, HiSeq 4000",
        "run_1, , ",
        "200101_X99_0007_whatever, , "
    })
    void aRunsIdSaysOnWhatItWasSequenced(String run, String model, String flowCell) {
        assertThat(PACKAGED.ofRun(run, RunIds.ofMakers()))
                .isEqualTo(new SequencedOn(Optional.ofNullable(model), Optional.ofNullable(flowCell)));
    }

    @Test
    void anInstrumentsIdSaysItsModel() {
        assertThat(PACKAGED.model("M04034")).contains("MiSeq");
        assertThat(PACKAGED.model("?")).isEmpty();
    }

    @Test
    void anInstituteAddsItsOwn() {
        Section packaged = Section.read("instruments.yaml", "models: {MiSeq: {instruments: 'M[0-9]{5}'}}");
        Section own = Section.read(
                "instruments.overlay.yaml", "models: {AVITI: {instruments: 'AV[0-9]+', flow_cells: {AVITI: '24.*'}}}");
        Instruments instruments = Instruments.read(packaged.under(own));
        assertThat(instruments.models()).containsExactly("MiSeq", "AVITI");
        assertThat(instruments.of("AV123", "2412345"))
                .isEqualTo(new SequencedOn(Optional.of("AVITI"), Optional.of("AVITI")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modles: {}                                    | modles: unknown key
            models: {A: {instruments: '['}}               | models.A.instruments: is no pattern: Unclosed character class
            models: {A: {}}                               | models.A.instruments: is missing
            models: {A: {instruments: a, flow_cells: {B: '('}}} | models.A.flow_cells.B: is no pattern: Unclosed group
            """)
    void aBadTableIsRefusedWithFileKeyAndReason(String yaml, String reason) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Instruments.read(Section.read("mine.yaml", yaml)))
                .withMessage("mine.yaml: " + reason);
    }
}
