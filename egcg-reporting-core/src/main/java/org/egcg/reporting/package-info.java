/**
 * What can I do with it? Start with {@code Reporting}, the door to everything the library offers; each room beside
 * this package answers one question, and says in its own nameplate which.
 */
@NullMarked
package org.egcg.reporting;

import org.jspecify.annotations.NullMarked;
