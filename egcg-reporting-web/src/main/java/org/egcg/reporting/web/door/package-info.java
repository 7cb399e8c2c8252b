/**
 * Which requests come in at all? The front door reads the address of a request once, in the only way in which everybody
 * behind it reads it too, and refuses what could be read in two ways; it opens what a rule opens, and nothing else. Start
 * with {@link org.egcg.reporting.web.door.FrontDoor}. Who may go through an open door is asked behind it, by
 * {@code web.page} and {@code web.rest}, which this room does not know: they say which addresses are theirs
 * ({@link org.egcg.reporting.web.door.Ways}).
 */
package org.egcg.reporting.web.door;
