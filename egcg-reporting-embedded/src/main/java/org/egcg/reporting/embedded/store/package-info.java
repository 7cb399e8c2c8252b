/**
 * Where do documents live when no MongoDB is configured? {@link org.egcg.reporting.embedded.store.EmbeddedStore} speaks
 * MongoDB's protocol over a file. The library that it is made of answers by looking at every document; what is added here
 * are indexes ({@code IndexedCollection}), a login ({@code AuthenticationGate}), and writes that are in the file before
 * they are answered ({@code CommittingBackend}).
 */
package org.egcg.reporting.embedded.store;
