/**
 * What can an administrator do from a shell? {@link org.egcg.reporting.command.UsersCommand} keeps the list of users,
 * {@link org.egcg.reporting.command.RecomputeCommand} puts aggregated fields right. A command reads the service's
 * configuration and leaves what it does to the room that knows how.
 */
package org.egcg.reporting.command;
