/**
 * What can an administrator do from a shell? {@link org.egcg.reporting.admin.AdminCommand} is the one command; its
 * subcommands keep users, recompute aggregates, migrate databases of the original, make indexes and check an
 * installation. A command reads the service's configuration and leaves what it does to core.
 */
package org.egcg.reporting.admin;
