/**
 * What does an XML text say, and how is one written? {@link org.egcg.reporting.internal.xml.XmlElement} reads safely: no
 * document type, no entity, nothing fetched. {@link org.egcg.reporting.internal.xml.XmlNode} writes. What the elements mean is
 * known to those who use this room.
 */
package org.egcg.reporting.internal.xml;
