package org.egcg.reporting.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.egcg.reporting.run.RunId.Maker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIdsTest {

    /** name, maker, date, instrument, number, side, flow cell, where the name was found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            150723_E00306_0025_BHCHK3CCXX           | ILLUMINA | 2015-07-23 | E00306 | 25 | B | HCHK3CCXX | HiSeq X, public test data of demultiplexing tools
            170726_D00118_0303_BCB1TVANXX           | ILLUMINA | 2017-07-26 | D00118 | 303 | B | CB1TVANXX | HiSeq 2500, the same
            230825_M04034_0043_000000000-L6NVV      | ILLUMINA | 2023-08-25 | M04034 | 43 | | L6NVV | MiSeq, the same
            240131_VH00384_146_AACCHKLHV            | ILLUMINA | 2024-01-31 | VH00384 | 146 | | AACCHKLHV | NextSeq 2000, the same
            200624_A00834_0183_BHMTFYTINY           | ILLUMINA | 2020-06-24 | A00834 | 183 | B | HMTFYTINY | NovaSeq 6000, test data of CheckQC
            220303_VH00502_53_AAAVYGTM5             | ILLUMINA | 2022-03-03 | VH00502 | 53 | | AAAVYGTM5 | NextSeq 2000, a public repository's test input
            190219_A00642_0010_AHHCHVDMXX           | ILLUMINA | 2019-02-19 | A00642 | 10 | A | HHCHVDMXX | github.com/pvtodorov/dmb
            190830_A00642_0038_AHCWFLDRXX           | ILLUMINA | 2019-08-30 | A00642 | 38 | A | HCWFLDRXX | github.com/pvtodorov/dmb
            20250528_LH00217_0219_A22TT52LT4        | ILLUMINA | 2025-05-28 | LH00217 | 219 | A | 22TT52LT4 | github.com/ssjunnebo/dataflow_transfer
            20231108_LH00188_0028_B22F52TLT3        | ILLUMINA | 2023-11-08 | LH00188 | 28 | B | 22F52TLT3 | NovaSeq X, fixtures of Clinical Genomics' cg
            20240130_LH00336_0009_A22GNV2LT3        | ILLUMINA | 2024-01-30 | LH00336 | 9 | A | 22GNV2LT3 | help of a public transfer script
            20231017_LH00210_0012_B22FCNFLT3        | ILLUMINA | 2023-10-17 | LH00210 | 12 | B | 22FCNFLT3 | tests of npg_tracking
            200206_M04028_0114_000000000-CWB58      | ILLUMINA | 2020-02-06 | M04028 | 114 | | CWB58 | a public 16S script
            171128_M05295_0059_000000000-BFG9N      | ILLUMINA | 2017-11-28 | M05295 | 59 | | BFG9N | a public notebook
            231025_NB551711_0086_AHGC7TBGXV         | ILLUMINA | 2023-10-25 | NB551711 | 86 | A | HGC7TBGXV | NextSeq 500, a public batch script
            180223_NB551084_0031_AHW3YVAFXX_Cplus_2018_NGS_06 | ILLUMINA | 2018-02-23 | NB551084 | 31 | A | HW3YVAFXX | the same kind, with a facility's addition
            190715_MN00302_0284_A000H2VKFF          | ILLUMINA | 2019-07-15 | MN00302 | 284 | A | 000H2VKFF | MiniSeq, a public script
            160106_HWI-ST347_1760_BHKFGGCCXX        | ILLUMINA | 2016-01-06 | HWI-ST347 | 1760 | B | HKFGGCCXX | HiSeq 2000, a reader of InterOp files
            130417_HWI-ST230_1122_C1YH9ACXX         | ILLUMINA | 2013-04-17 | HWI-ST230 | 1122 | | C1YH9ACXX | a public pipeline of that year
            20250709_SH01140_0005_ASC2150561-SC3    | ILLUMINA | 2025-07-09 | SH01140 | 5 | A | SC2150561-SC3 | MiSeq i100, form of the transfer tool above
            20220428_FS10001569_8_BRB11606-1912     | ILLUMINA | 2022-04-28 | FS10001569 | 8 | | BRB11606-1912 | iSeq 100, form of its guide
            20251015_1051_3B_PBG60686_0af3a2e0      | OXFORD_NANOPORE | 2025-10-15 | 3B | | | PBG60686 | PromethION, github.com/ssjunnebo/dataflow_transfer
            20250603_1201_3E_PAA12345_e05460c6      | OXFORD_NANOPORE | 2025-06-03 | 3E | | | PAA12345 | nanoporetech.github.io/ont-output-specifications
            20210510_1600_X1_FAQ32172_f02f2d1c      | OXFORD_NANOPORE | 2021-05-10 | X1 | | | FAQ32172 | GridION, gm24385_mod_2021.09
            20210414_1407_X1_FAL82866_fb16777a      | OXFORD_NANOPORE | 2021-04-14 | X1 | | | FAL82866 | a public Nanopore analysis
            20240103_1424_P2S-12345-A_PAS12345_de9f2c7f | OXFORD_NANOPORE | 2024-01-03 | P2S-12345-A | | | PAS12345 | P2 Solo, patterns of the specification above
            20240103_1424_MN12345_FBA12345_de9f2c7f | OXFORD_NANOPORE | 2024-01-03 | MN12345 | | | FBA12345 | MinION, patterns of the specification above
            r84001_20220722_134701                  | PACBIO | 2022-07-22 | 84001 | | | | Revio, pacbiofileformats.readthedocs.io
            r84140_20230823_175301                  | PACBIO | 2023-08-23 | 84140 | | | | Revio, notes of SMRTino
            r54228_20220103_123456/1_A01            | PACBIO | 2022-01-03 | 54228 | | | | Sequel, a facility's manual
            m84001_220722_134701_s1                 | PACBIO | 2022-07-22 | 84001 | | 1 | | Revio, pacbiofileformats.readthedocs.io
            m64012_190920_173625                    | PACBIO | 2019-09-20 | 64012 | | | | Sequel II, github.com/miramastoras/DeepPolisher_manuscript
            m54048_180903_081801                    | PACBIO | 2018-09-03 | 54048 | | | | Sequel, github.com/Calenbadger/Fungi
            m140415_143853_42175_c100635972550000001823121909121417_s1_p0 | PACBIO | 2014-04-15 | 42175 | | | c100635972550000001823121909121417 | RS II, smrt-analysis.readthedocs.io
            20251007_AV242106_A2507535266           | ELEMENT | 2025-10-07 | AV242106 | | A | 2507535266 | AVITI, form of the transfer tool above
            20250320_AV241601_E1531_Ps5Lane1_Ps6Lane2 | ELEMENT | 2025-03-20 | AV241601 | | | | AVITI, a public batch script
            20240306_AV240405_InstallPV-SideA-AV240405-06Mar2024 | ELEMENT | 2024-03-06 | AV240405 | | | | AVITI, notes of Sierra
            220622_G4X1234_0057_2_FC000007A         | SINGULAR | 2022-06-22 | G4X1234 | 57 | 2 | FC000007A | knowledge.singulargenomics.com
            20190101_np_FAK12345                    | UNKNOWN | 2019-01-01 | | | | | form of github.com/Kirk3gaard/parse_np_sequencing_runs
            R_2012_05_18_15_07_13_sequencer_operator_run | UNKNOWN | 2012-05-18 | | | | | form of the 454 software's manual
            999999_NB551068_WES_test                | UNKNOWN | | | | | | a facility's test folder: no day
            run-files-custom-name                   | UNKNOWN | | | | | | tests of a public tool
            """)
    void readsWhatSequencersAndFacilitiesWrite(
            String name,
            Maker maker,
            LocalDate date,
            String instrument,
            Long number,
            String side,
            String flowCell,
            String source) {
        RunId read = RunIds.ofMakers().read(name);
        assertThat(read.maker()).as(source).isEqualTo(maker);
        assertThat(read.date().orElse(null)).as(source).isEqualTo(date);
        assertThat(read.instrument().orElse(null)).as(source).isEqualTo(instrument);
        assertThat(read.number().isPresent() ? (Long) read.number().getAsLong() : null)
                .as(source)
                .isEqualTo(number);
        assertThat(read.side().orElse(null)).as(source).isEqualTo(side);
        assertThat(read.flowCell().orElse(null)).as(source).isEqualTo(flowCell);
    }

    @Test
    void aStageIsInstrumentAndSideWhereThereAreSides() {
        RunIds ids = RunIds.ofMakers();
        assertThat(ids.read("150723_E00306_0025_BHCHK3CCXX").stage()).contains("E00306_B");
        assertThat(ids.read("230825_M04034_0043_000000000-L6NVV").stage()).contains("M04034");
        assertThat(ids.read("run7").stage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"151323_E1_1_A", "150732_E1_1_A", "18991231_E1_1_A", "20210229_E1_1_A"})
    void aDateThatIsNoDayIsNone(String name) {
        assertThat(RunIds.ofMakers().read(name).date()).isEmpty();
    }

    @Test
    void anInstitutesOwnPatternComesFirst() {
        RunIds ids =
                RunIds.with("LAB(?<number>\\d+)-(?<date>\\d{4}\\.\\d{2}\\.\\d{2})-(?<instrument>[a-z]+)(?<side>[12])?");
        RunId own = ids.read("LAB0042-2026.03.01-nova2");
        assertThat(own.maker()).isEqualTo(Maker.OWN);
        assertThat(own.date()).contains(LocalDate.of(2026, 3, 1));
        assertThat(own.number()).hasValue(42);
        assertThat(own.stage()).contains("nova_2");
        assertThat(ids.read("150723_E00306_0025_BHCHK3CCXX").maker()).isEqualTo(Maker.ILLUMINA);
    }

    @Test
    void aPatternThatSaysNothingIsRefused() {
        assertThatThrownBy(() -> RunIds.with("(?<day>\\d+)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs at least one of the groups date, flowcell, instrument, number, side");
        assertThatThrownBy(() -> RunIds.with("(?<date>\\d{6}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no regular expression: Unclosed group");
    }

    @Test
    void noTextIsTooStrange() {
        RunIds ids = RunIds.with("(?<instrument>(a|b|[^c])*)x");
        Random random = new Random(7);
        String signs = "0123456789_-/.ABSCmrR\u0000\n\ud83e\uddec é";
        for (int i = 0; i < 20_000; i++) {
            String name = random.ints(random.nextInt(40), 0, signs.length())
                    .mapToObj(place -> signs.substring(place, place + 1))
                    .reduce("", String::concat);
            assertThatCode(() -> ids.read(name)).as(name).doesNotThrowAnyException();
        }
        assertThatCode(() -> ids.read("1".repeat(100_000))).doesNotThrowAnyException();
        assertThatCode(() -> ids.read("20260101_A_" + "9".repeat(250) + "_B")).doesNotThrowAnyException();
    }
}
