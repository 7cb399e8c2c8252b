/**
 * What can an administrator do from a shell? {@link org.egcg.reporting.command.UsersCommand} keeps the list of users.
 * A command reads the service's configuration and leaves what it does to the room that knows how.
 */
package org.egcg.reporting.command;
