/**
 * Attacks on the running service, one per way in that was ever found open. They know nothing of the code: whatever
 * keeps them out, they have to stay out. Start with {@link org.egcg.reporting.web.attack.AttackedServer}.
 */
package org.egcg.reporting.web.attack;
