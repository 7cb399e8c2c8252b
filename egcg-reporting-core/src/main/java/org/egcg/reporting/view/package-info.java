/**
 * Which views of tables have people saved? A view is a name for what somebody has made of a table: columns, order,
 * filters. What it says is for the pages to read; here it is a text.
 */
@NullMarked
package org.egcg.reporting.view;

import org.jspecify.annotations.NullMarked;
