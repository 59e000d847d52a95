package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The realm to import: the project's realm file with this installation's addresses, secrets and demo users. */
final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    static String complete(Path realm, Map<String, String> values, List<DemoUser> users, String password) {
        try {
            var text = Files.readString(realm);
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            var root = (ObjectNode) JSON.readTree(text);
            var list = root.withArray("users");
            users.forEach(user -> add(list.addObject(), user, password));
            return JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode node, DemoUser user, String password) {
        node.put("username", user.username())
                .put("firstName", user.firstName())
                .put("lastName", user.lastName())
                .put("email", user.username() + "@congvu.example")
                .put("emailVerified", true)
                .put("enabled", true);
        var attributes = node.putObject("attributes");
        attributes.putArray("unit").add(user.unit());
        if (user.officer() != null) {
            attributes.putArray("officer").add(user.officer());
        }
        var roles = node.putArray("realmRoles");
        user.roles().forEach(roles::add);
        node.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
    }
}
