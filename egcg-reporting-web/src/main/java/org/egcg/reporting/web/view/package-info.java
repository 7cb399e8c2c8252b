/**
 * Which views of tables have people saved? A view is a name for what a user has made of a table: columns, order,
 * filters. What it says is for {@code web.table} to read; here it is a text. Kept by
 * {@link org.egcg.reporting.PersonalDocuments}.
 */
package org.egcg.reporting.web.view;
