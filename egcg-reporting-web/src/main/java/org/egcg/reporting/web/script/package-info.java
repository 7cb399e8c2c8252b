/**
 * What do the scripts of the pages ask for? Data of charts, suggestions of the search box, reviews, saved views, exports of
 * tables. Each endpoint answers JSON or a file to users only; see {@link org.egcg.reporting.web.script.UserServlet}.
 */
package org.egcg.reporting.web.script;
