package vn.gov.hanoi.gateway.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns on Netty's extension point, which it reads once, before Vert.x opens its first socket. */
@ApplicationScoped
class HeadDeadlineSwitch implements VertxOptionsCustomizer {
    @Override
    public void accept(VertxOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
