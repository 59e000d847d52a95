package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gov.hanoi.benchmarks.gateway.Server.Line;

/** How the origin, the three peers and the gateway are started. The same text goes into the report. */
final class Peers {
    /** What everybody is asked for; a path of the gateway that needs a token. */
    static final String PATH = "/evaluation/v1/units/H26";

    /** Small JSON, as a service would answer. */
    static final String BODY =
            "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"code\":\"H26\",\"name\":\"Thanh pho Ha Noi\","
                    + "\"type\":\"CITY\",\"validFrom\":\"2020-01-01\",\"validTo\":null,\"parentId\":null,\"headId\":"
                    + "\"01890a5d-ac96-774b-bcce-b302099a8058\",\"version\":7}";

    private static final int ORIGIN = 18_080;
    private static final int NGINX = 18_081;
    private static final int HAPROXY = 18_082;
    private static final int SPRING = 18_083;
    private static final int GATEWAY = 18_084;
    static final int MANAGEMENT = 18_085;

    /** More than any run sends in a window, so that limits are counted and never hit. */
    private static final String LIMIT = "60000000";

    private static final Pattern CONTAINER_OPTIONS = Pattern.compile("JAVA_TOOL_OPTIONS=\"([^\"]*)\"");
    /** What the container has in memory, for both Java programs. */
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

    private final Path project;
    private final Path folder;

    Peers(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    static String issuer() {
        return "http://127.0.0.1:" + ORIGIN + "/realms/congvu";
    }

    /** A static answer, and the two documents of an issuer. */
    Line origin(String keySet) {
        var discovery = """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/auth",\
                "end_session_endpoint":"%1$s/logout"}""".formatted(issuer());
        return nginx("origin", ORIGIN, """
                        location / { default_type application/json; return 200 '%s'; }
                        location = /realms/congvu/.well-known/openid-configuration { default_type application/json; return 200 '%s'; }
                        location = /realms/congvu/keys { default_type application/json; return 200 '%s'; }
                """.formatted(BODY, discovery, keySet), "");
    }

    /** Passes everything on and checks nothing. */
    Line nginxProxy() {
        return nginx("nginx", NGINX, """
                        location / {
                            proxy_pass http://origin;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                        }
                """, """
                    upstream origin { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                """.formatted(ORIGIN));
    }

    private Line nginx(String name, int port, String locations, String upstream) {
        var text = """
                daemon off;
                worker_processes 1;
                pid %1$s/%2$s.pid;
                error_log stderr crit;
                events { worker_connections 4096; }
                http {
                    access_log off;
                    keepalive_timeout 300s;
                    keepalive_requests 1000000000;
                    client_body_temp_path %1$s/%2$s-body; proxy_temp_path %1$s/%2$s-proxy;
                    fastcgi_temp_path %1$s/%2$s-fastcgi; uwsgi_temp_path %1$s/%2$s-uwsgi; scgi_temp_path %1$s/%2$s-scgi;
                %5$s    server {
                        listen 127.0.0.1:%3$d;
                %4$s    }
                }
                """.formatted(folder, name, port, locations, upstream);
        var file = write(name + ".conf", text);
        return new Line(
                name,
                port,
                List.of("nginx", "-p", folder.toString(), "-e", "stderr", "-c", file.toString()),
                Map.of(),
                text);
    }

    /** Checks signature, algorithm, issuer, audience and time of each token. */
    Line haproxy(Path key) {
        var text = """
                global
                    nbthread 1
                    maxconn 4096
                defaults
                    mode http
                    timeout connect 2s
                    timeout client 300s
                    timeout server 30s
                    http-reuse always
                frontend front
                    bind 127.0.0.1:%1$d
                    http-request set-var(txn.token) http_auth_bearer
                    http-request set-var(txn.alg) var(txn.token),jwt_header_query('$.alg')
                    http-request set-var(txn.iss) var(txn.token),jwt_payload_query('$.iss')
                    http-request set-var(txn.aud) var(txn.token),jwt_payload_query('$.aud')
                    http-request set-var(txn.exp) var(txn.token),jwt_payload_query('$.exp','int')
                    http-request set-var(txn.now) date()
                    http-request deny deny_status 401 unless { var(txn.alg) -m str RS256 }
                    http-request deny deny_status 401 unless { var(txn.iss) -m str %2$s }
                    http-request deny deny_status 401 unless { var(txn.aud) -m str %3$s }
                    http-request deny deny_status 401 if { var(txn.exp),sub(txn.now) -m int lt 0 }
                    http-request deny deny_status 401 unless { var(txn.token),jwt_verify(txn.alg,"%4$s") -m int 1 }
                    default_backend origin
                backend origin
                    server origin 127.0.0.1:%5$d maxconn 64
                """.formatted(HAPROXY, issuer(), Signer.AUDIENCE, key, ORIGIN);
        var file = write("haproxy.cfg", text);
        return new Line("haproxy", HAPROXY, List.of("haproxy", "-db", "-f", file.toString()), Map.of(), text);
    }

    /** Built by {@link #buildSpring}; checks what HAProxy checks. */
    Line spring() {
        var words =
                java(List.of(), spring("target/spring-cloud-gateway-peer.jar").toString());
        var environment = Map.of(
                "SERVER_PORT",
                Integer.toString(SPRING),
                "PEER_ORIGIN",
                "http://127.0.0.1:" + ORIGIN,
                "PEER_ISSUER",
                issuer(),
                "PEER_KEYS",
                issuer() + "/keys",
                "PEER_AUDIENCE",
                Signer.AUDIENCE);
        return new Line(
                "spring",
                SPRING,
                words,
                environment,
                String.join(" ", words) + "\n" + read(spring("src/main/resources/application.yml")));
    }

    void buildSpring() {
        Command.of(List.of(
                        project.resolve("mvnw").toString(),
                        "-q",
                        "-f",
                        spring("pom.xml").toString(),
                        "-DskipTests",
                        "package"))
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
                .text();
    }

    private Path spring(String file) {
        return project.resolve("benchmarks/peers/spring-cloud-gateway").resolve(file);
    }

    /** The packaged gateway with the options of its container; only limits are out of reach and nobody writes an access log. */
    Line gateway(Path gcLog) {
        var words = java(
                List.of(
                        "-Xlog:gc:file=" + gcLog,
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED"),
                project.resolve("gateway/target/quarkus-app/quarkus-run.jar").toString());
        var environment = new java.util.TreeMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(GATEWAY));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(MANAGEMENT));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", issuer());
        environment.put("CONGVU_GATEWAY_PUBLIC_URL", "https://congvu.hanoi.gov.vn");
        for (var service : List.of("EVALUATION", "TRAINING", "SELECTION")) {
            environment.put("CONGVU_GATEWAY_" + service + "_URL", "http://127.0.0.1:" + ORIGIN);
        }
        environment.put("CONGVU_SESSION_KEYS", "bench=" + Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("CONGVU_SESSION_CLIENT_SECRET", "bench");
        for (var scope : List.of("USER", "CLIENT", "ORG")) {
            environment.put("CONGVU_LIMITS_" + scope + "_READ", LIMIT);
        }
        environment.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false");
        var settings = new StringBuilder(String.join(" ", words)).append('\n');
        environment.forEach(
                (name, value) -> settings.append(name).append('=').append(value).append('\n'));
        return new Line("gateway", GATEWAY, words, environment, settings.toString());
    }

    private List<String> java(List<String> options, String jar) {
        var words = new java.util.ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(HEAP);
        words.addAll(containerOptions());
        words.addAll(options);
        words.add("-jar");
        words.add(jar);
        return words;
    }

    private List<String> containerOptions() {
        var found = CONTAINER_OPTIONS.matcher(read(project.resolve("deploy/docker/Dockerfile")));
        if (!found.find()) {
            throw new IllegalStateException("the Dockerfile has no JAVA_TOOL_OPTIONS");
        }
        return List.of(found.group(1).split(" "));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
