package org.egcg.reporting.client.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of tools become fields of the samples whose names their files have. */
class ToolOutputsTest {
    private static final ExampleRun RUN =
            new ExampleRun("250124_A00834_0183_BHMTFYDRXX", 1, ExampleRun.reads("36 10i 10i"), 2, true);

    @TempDir
    private Path folders;

    private Path folder = Path.of("");

    @BeforeEach
    void write() {
        folder = ExampleFolder.write(RUN, folders);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("qc").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RunFolder read() {
        return RunFolder.in(folder, 10).get(0);
    }

    private JsonNode sample(String id) {
        return read().documents("samples")
                .filter(sample -> sample.path("sample_id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void samtoolsStatsCountBeforeFlagstat() throws IOException {
        file("S00001.stats", """
                # This file was produced by samtools stats (1.3+htslib-1.3)
                SN\traw total sequences:\t29071646
                SN\treads mapped:\t16201191
                SN\treads properly paired:\t7\t# proper-pair bit set
                SN\treads duplicated:\t3\t# PCR or optical duplicate bit set
                """);
        file("S00001.flagstat", """
                29071999 + 0 in total (QC-passed reads + QC-failed reads)
                0 + 0 duplicates
                16209999 + 0 mapped (100.00%:nan%)
                """);

        JsonNode sample = sample("S00001");

        assertThat(sample.path("bam_file_reads").asLong()).isEqualTo(29071646);
        assertThat(sample.path("mapped_reads").asLong()).isEqualTo(16201191);
        assertThat(sample.path("properly_mapped_reads").asLong()).isEqualTo(7);
        assertThat(sample.path("duplicate_reads").asLong()).isEqualTo(3);
        assertThat(sample("S00002").has("bam_file_reads")).isFalse();
    }

    @Test
    void picardsTablesAreReadByTheirColumns() throws IOException {
        file("S00002_dup_metrics.txt", """
                ## METRICS CLASS\tpicard.sam.DuplicationMetrics
                LIBRARY\tUNPAIRED_READ_DUPLICATES\tREAD_PAIR_DUPLICATES\tREAD_PAIR_OPTICAL_DUPLICATES\tESTIMATED_LIBRARY_SIZE
                lib\t5\t100\t20\t123456789

                """);
        file("S00002.insert_size_metrics.txt", """
                ## METRICS CLASS\tpicard.analysis.InsertSizeMetrics
                MEDIAN_INSERT_SIZE\tMEDIAN_ABSOLUTE_DEVIATION\tMEAN_INSERT_SIZE\tSTANDARD_DEVIATION\tSAMPLE
                163\t25\t171.013338\t41.506861\t
                """);

        JsonNode sample = sample("S00002");

        assertThat(sample.path("picard_dup_reads").asLong()).isEqualTo(205);
        assertThat(sample.path("picard_opt_dup_reads").asLong()).isEqualTo(40);
        assertThat(sample.path("picard_est_lib_size").asLong()).isEqualTo(123456789);
        assertThat(sample.path("median_insert_size").asDouble()).isEqualTo(163);
        assertThat(sample.path("mean_insert_size").asDouble()).isEqualTo(171.013338);
        assertThat(sample.path("std_dev_insert_size").asDouble()).isEqualTo(41.506861);
    }

    @Test
    void coverageAndContaminationAreObjectsOfTheSample() throws IOException {
        file("S00001.mosdepth.summary.txt", """
                chrom\tlength\tbases\tmean\tmin\tmax
                NC_045512.2\t29903\t41028173\t1372.04\t0\t3318
                total\t29903\t41028173\t1372.04\t0\t3318
                """);
        file("any.selfSM", """
                #SEQ_ID\tRG\tFREEMIX\tCHIPMIX
                S00001\tALL\t0.00037\tNA
                """);
        file("S00001_genome_results.txt", """
                BamQC report
                     number of reads = 116,650,516
                     number of mapped reads = 116,358,366 (99.75%)
                     number of bases = 3,137,454,505 bp
                     std coverageData = 12.5X
                """);

        JsonNode sample = sample("S00001");

        assertThat(sample.at("/coverage/mean").asDouble()).isEqualTo(1372.04);
        assertThat(sample.at("/coverage/std_dev").asDouble()).isEqualTo(12.5);
        assertThat(sample.at("/coverage/genome_size").asLong()).isEqualTo(3137454505L);
        assertThat(sample.path("bam_file_reads").asLong()).isEqualTo(116650516);
        assertThat(sample.at("/sample_contamination/freemix").asDouble()).isEqualTo(0.00037);
    }

    @Test
    void multiQcIsAWayInForTheRest() throws IOException {
        file("multiqc_data.json", """
                {"report_general_stats_data": [
                   {"S00001": {"raw_total_sequences": 12, "reads_mapped": 11}},
                   {"S00002_dedup": {"median_coverage": 30.5}, "stranger": {"median_coverage": 1.0}}]}
                """);

        assertThat(sample("S00001").path("mapped_reads").asLong()).isEqualTo(11);
        assertThat(sample("S00002").path("median_coverage").asDouble()).isEqualTo(30.5);
        assertThat(read().notMapped()).singleElement().asString().contains("stranger");
    }

    @Test
    void anInstituteHasMappingsOfItsOwn() throws IOException {
        file("S00001.txt", "our tool says\ncallable 97.5%\n");
        Path own = Files.writeString(folders.resolve("own.yaml"), """
                tools:
                  ours:
                    sign: our tool
                    lines: '^(?<name>callable) (?<value>.*)$'
                    fields: {pc_callable: callable}
                """);
        Path wrong = Files.writeString(folders.resolve("wrong.yaml"), "tools: {ours: {sign: x}}");

        assertThat(RunFolder.in(folder, 10, own).get(0).documents("samples").findFirst())
                .hasValueSatisfying(sample ->
                        assertThat(sample.path("pc_callable").asDouble()).isEqualTo(97.5));
        assertThatThrownBy(() -> RunFolder.in(folder, 10, wrong))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("wrong.yaml: ours has none of lines");
    }

    private void fastQc(String name, String text) throws IOException {
        Path file = folder.resolve("qc").resolve(name + "_fastqc.zip");
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name + "_fastqc/Images/quality.png"));
            zip.write(new byte[] {1, 2, 3});
            zip.putNextEntry(new ZipEntry(name + "_fastqc/fastqc_data.txt"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsKnownAndHasNoFieldIsTold() throws IOException {
        fastQc("S00001_R1_001", "##FastQC\t0.11.9\nTotal Sequences\t5500\n");
        file("S00001.gc_bias_summary_metrics", """
                ## METRICS CLASS\tpicard.analysis.GcBiasSummaryMetrics
                TOTAL_CLUSTERS\tAT_DROPOUT
                5500\t1.5
                """);
        file("S00001.fastp.json", "{\"summary\": {\"before_filtering\": {\"total_reads\": 7}}}");

        assertThat(read().notMapped())
                .hasSize(3)
                .anySatisfy(told -> assertThat(told).endsWith("S00001_R1_001_fastqc.zip: FastQC is mapped to no field"))
                .anySatisfy(told -> assertThat(told).endsWith("Picard CollectGcBiasMetrics is mapped to no field"))
                .anySatisfy(told -> assertThat(told).endsWith("S00001.fastp.json: fastp is mapped to no field"));
    }

    @Test
    void anInstituteMapsWhatFastQcPacks() throws IOException {
        fastQc("S00001_R1_001", "##FastQC\t0.11.9\nTotal Sequences\t5500\n");
        Path own = Files.writeString(folders.resolve("own.yaml"), """
                tools:
                  FastQC:
                    sign: '##FastQC'
                    lines: '^(?<name>Total Sequences)\\t(?<value>\\d+)'
                    fields: {bam_file_reads: Total Sequences}
                """);

        assertThat(RunFolder.in(folder, 10, own).get(0).documents("samples").findFirst())
                .hasValueSatisfying(sample ->
                        assertThat(sample.path("bam_file_reads").asLong()).isEqualTo(5500));
    }

    @Test
    void anOutputThatIsCutOffIsRefused() throws IOException {
        file("S00001.selfSM", "#SEQ_ID\tRG\tFREEMIX\n");
        assertThatThrownBy(this::read).isInstanceOf(FolderException.class).hasMessageContaining("S00001.selfSM");
    }
}
