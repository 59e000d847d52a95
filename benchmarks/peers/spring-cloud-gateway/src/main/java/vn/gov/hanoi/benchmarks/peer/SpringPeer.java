package vn.gov.hanoi.benchmarks.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Spring Cloud Gateway as its documentation has it: one route, and a bearer token for everything. */
@SpringBootApplication
public class SpringPeer {
    public static void main(String[] arguments) {
        SpringApplication.run(SpringPeer.class, arguments);
    }

    /** Without what a service of bearer tokens does not need: no forms, no CSRF tokens, no sessions. */
    @Bean
    SecurityWebFilterChain everythingNeedsAToken(ServerHttpSecurity http) {
        return http.authorizeExchange(exchange -> exchange.anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }
}
