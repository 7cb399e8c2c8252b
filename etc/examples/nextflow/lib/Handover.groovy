import org.egcg.reporting.client.Communicator
import org.egcg.reporting.client.Query

/** What the processes of main.nf ask of the reporting API. Nextflow compiles what stands in lib/ by itself. */
class Handover {
    private final Communicator reporting

    Handover(String url, String token) {
        reporting = Communicator.builder().url(url).token(token).rereadOnMismatch(3).build()
    }

    /** The texts are Groovy's own, names of fields as well as values. */
    void elements(String run, int lanes) {
        def elements = (1..lanes).collect { lane ->
            def barcode = "ATTACTC${'ACGT'[lane % 4]}"
            [run_element_id: "${run}_${lane}_${barcode}", run_id: "$run", lane: lane, barcode: barcode,
             project_id: 'p1', sample_id: "s${lane}", library_id: 'l1', ("bases_r${1}"): 60_000_000_000 * lane,
             bases_r2: 60_000_000_000 * lane]
        }
        reporting.postOrPatch('runs', [[run_id: "$run", number_of_lanes: lanes]], 'run_id')
        reporting.postOrPatch('run_elements', elements, 'run_element_id')
    }

    BigDecimal yieldInGb(String run) {
        def stored = reporting.getDocument('runs', Query.where('run_id', "${run}")).orElseThrow()
        return stored.path('aggregated').path('yield_in_gb').decimalValue()
    }
}
