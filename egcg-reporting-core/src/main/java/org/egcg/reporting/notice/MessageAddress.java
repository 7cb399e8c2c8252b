package org.egcg.reporting.notice;

import org.bson.types.ObjectId;

/**
 * Where messages of an owner go.
 *
 * @param owner id of an account; empty text for the facility
 */
record MessageAddress(String owner, Channel channel, String target) {

    ObjectId id() {
        return NoticeIds.of(owner, channel.word(), target);
    }
}
