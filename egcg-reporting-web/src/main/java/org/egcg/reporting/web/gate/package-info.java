/**
 * What does a client see before the application is there? {@link org.egcg.reporting.web.gate.Gate} holds the port from the
 * start of the virtual machine, as an agent that comes out of the WAR, and answers that the service is starting; {@link
 * org.egcg.reporting.web.gate.GateOpening} makes it give the port away. It knows nothing but the JDK: neither the server
 * nor the application is loaded yet.
 */
package org.egcg.reporting.web.gate;
