package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Stands before the store on one connection: until its client has logged in, the store hears nothing but the greeting of
 * drivers. A login that fails ends the connection; one that succeeds takes the gate away.
 */
final class AuthenticationGate extends SimpleChannelInboundHandler<ClientRequest> {

    private static final String GREETING = "ismaster";
    private static final String MECHANISM = "SCRAM-SHA-256";

    private final ScramLogin login;
    private final UnauthenticatedConnections strangers;

    AuthenticationGate(ScramAccount account, UnauthenticatedConnections strangers) {
        this.login = new ScramLogin(account);
        this.strangers = strangers;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        strangers.add(context.channel());
        context.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        Document asked = document(request);
        String command = asked.isEmpty() ? "" : asked.keySet().iterator().next();
        switch (command) {
            case "saslStart" -> {
                Optional<String> answer =
                        MECHANISM.equals(asked.get("mechanism")) ? login.begin(payload(asked)) : Optional.empty();
                answer(context, request, answer, false);
            }
            case "saslContinue" -> {
                Optional<String> answer = login.finish(payload(asked));
                answer(context, request, answer, true);
                answer.ifPresent(good -> open(context));
            }
            default -> {
                if (command.equalsIgnoreCase(GREETING) && isCommand(request)) {
                    strangers.heard(context.channel());
                    context.fireChannelRead(request);
                } else {
                    Document refusal = error(13, "Unauthorized", "command requires authentication");
                    say(context, request, refusal, ChannelFutureListener.CLOSE_ON_FAILURE);
                }
            }
        }
    }

    private static Document document(ClientRequest request) {
        return request instanceof MongoMessage message ? message.getDocument() : ((MongoQuery) request).getQuery();
    }

    private static boolean isCommand(ClientRequest request) {
        return request instanceof MongoMessage || request.getCollectionName().equals("$cmd");
    }

    private static String payload(Document asked) {
        return asked.get("payload") instanceof BinData bytes ? new String(bytes.getData(), StandardCharsets.UTF_8) : "";
    }

    private static void answer(
            ChannelHandlerContext context, ClientRequest request, Optional<String> answer, boolean isLast) {
        if (answer.isEmpty()) {
            Document refusal = error(18, "AuthenticationFailed", "Authentication failed.");
            say(context, request, refusal, ChannelFutureListener.CLOSE);
            return;
        }
        Document next = new Document("conversationId", 1)
                .append("done", isLast)
                .append("payload", new BinData(answer.get().getBytes(StandardCharsets.UTF_8)));
        Utils.markOkay(next);
        say(context, request, next, ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static Document error(int code, String name, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }

    private static void say(
            ChannelHandlerContext context, ClientRequest request, Document answer, ChannelFutureListener then) {
        int id = request.getHeader().getRequestID();
        MessageHeader header = new MessageHeader(id, id);
        Object message = request instanceof MongoMessage
                ? new MongoMessage(context.channel(), header, answer)
                : new MongoReply(header, answer);
        context.writeAndFlush(message).addListener(then);
    }

    private void open(ChannelHandlerContext context) {
        strangers.remove(context.channel());
        context.pipeline().remove(SmallMessages.class);
        context.pipeline().remove(this);
    }
}
