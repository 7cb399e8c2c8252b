// nextflow run main.nf --run r1 --lanes 2 --url http://localhost:8080/api/0.1 --token TOKEN
nextflow.enable.dsl = 2

// exec: runs in Nextflow's own JVM, where lib/ is on the class path
process handOver {
    input:
    tuple val(run), val(lanes)

    output:
    val yieldInGb

    exec:
    def handover = new Handover(params.url, params.token)
    handover.elements("${run}", lanes as int)
    yieldInGb = handover.yieldInGb("${run}")
}

workflow {
    handOver(Channel.of([params.run, params.lanes])) | view { "yield: ${it} Gb" }
}
