// groovy -cp lib:egcg-reporting-client-cli.jar handover.groovy http://localhost:8080/api/0.1 TOKEN
def (url, token) = args
def run = "groovy_${'run'}"
def handover = new Handover(url, token)

handover.elements(run, 3)
println "${run}: ${handover.yieldInGb(run)} Gb"
