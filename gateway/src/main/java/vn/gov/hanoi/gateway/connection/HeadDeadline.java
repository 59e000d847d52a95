package vn.gov.hanoi.gateway.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the head of a request takes too long. The server's idle timeout begins anew with every byte,
 * so that a client that sends one byte a minute could hold a connection for days.
 */
public final class HeadDeadline extends ChannelInitializerExtension {
    private static final String SETTING = "congvu.gateway.head-timeout";
    private static final Duration USUAL = Duration.ofSeconds(15);

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var limit = ConfigProvider.getConfig().getOptionalValue(SETTING, Duration.class);
        channel.pipeline().addFirst(new Bytes(limit.orElse(USUAL).toMillis()));
    }

    /** Sees bytes before they are parsed. */
    private static final class Bytes extends ChannelInboundHandlerAdapter {
        private final long limitMs;
        private @Nullable ScheduledFuture<?> deadline;
        private boolean watching;
        private boolean inRequest;

        Bytes(long limitMs) {
            this.limitMs = limitMs;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            expectHead(context);
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var decoder = watching ? null : context.pipeline().context(HttpRequestDecoder.class);
            if (decoder != null) {
                context.pipeline().addAfter(decoder.name(), null, new Heads(this));
                watching = true;
            }
            if (!watching) {
                // No plain HTTP/1.1: where a head ends cannot be seen.
                arrived();
            } else if (!inRequest) {
                expectHead(context);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            arrived();
            context.fireChannelInactive();
        }

        void begun() {
            inRequest = true;
            arrived();
        }

        void ended() {
            inRequest = false;
        }

        private void expectHead(ChannelHandlerContext context) {
            if (deadline == null) {
                deadline = context.executor().schedule(() -> close(context), limitMs, TimeUnit.MILLISECONDS);
            }
        }

        private static void close(ChannelHandlerContext context) {
            var _ = context.close();
        }

        private void arrived() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }

    /** Sees what the parser made of the bytes. */
    private static final class Heads extends ChannelInboundHandlerAdapter {
        private final Bytes bytes;

        Heads(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                bytes.begun();
            }
            if (message instanceof LastHttpContent) {
                bytes.ended();
            }
            context.fireChannelRead(message);
        }
    }
}
