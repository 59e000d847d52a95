package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The people of a journey: an agency of its own below the City, its units, officers with an account each, and what they do by name. */
final class Cast {
    private static final String EDITOR = "an.nguyen";

    private final String letters = "T"
            + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36, 36 * 36 * 36), 36)
                    .toUpperCase(Locale.ROOT);
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, Look> looks = new LinkedHashMap<>();
    private final Map<String, String> officers = new LinkedHashMap<>();

    /** Electronic code of the agency. */
    final String code = "H26." + letters;

    final String agencyId;

    Cast() {
        this("Cơ quan thử nghiệm");
    }

    /** @param agency what the agency is called */
    Cast(String agency) {
        agencyId = unit(code, "DEPARTMENT", id("/evaluation/v1/units?code=H26", City.token(EDITOR)), agency);
    }

    private record Look(String name, String title) {}

    /** What somebody is called on a page; before the officer or the account is made. */
    void called(String who, String name, String title) {
        looks.put(who, new Look(name, title));
    }

    /** A unit below another one. @return its id */
    String unit(String code, String type, String parent) {
        return unit(code, type, parent, "Cơ quan thử nghiệm");
    }

    String unit(String code, String type, String parent, String name) {
        return made(City.token(EDITOR), "/evaluation/v1/units", """
                {"code":"%s","name":"%s","type":"%s","parentId":"%s","validFrom":"2020-01-01"}""".formatted(code, name, type, parent))
                .path("id")
                .asText();
    }

    /** An officer who plays, with an account of these roles in the agency. */
    void officer(String who, String unit, String position, String category, String... roles) {
        var number = "TN%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        var look = look(who);
        var made = made(City.token(EDITOR), "/evaluation/v1/officers", """
                {"officerCode":"%s","fullName":"%s","category":"%s","assignment":{"unitId":"%s","position":"%s",
                 "title":"%s","leader":%s,"main":true,"validFrom":"2020-01-01","decisionNumber":"1/QĐ"}}""".formatted(
                        number, look.name(), category, unit, position, look.title(), position.equals("HEAD")));
        officers.put(who, made.path("id").asText());
        account(who, number, roles);
    }

    /** @param officer code of the officer; empty for somebody who is none */
    void account(String who, String officer, String... roles) {
        var username = who.replace(' ', '.') + "." + letters.toLowerCase(Locale.ROOT);
        KeycloakAdmin.person(new KeycloakAdmin.Person(username, look(who).name(), code, officer), List.of(roles));
        users.put(who, username);
    }

    private Look look(String who) {
        return looks.getOrDefault(who, new Look("Nguyễn Thị Thử", "Chức danh thử"));
    }

    /** Name of the account of somebody. */
    String username(String who) {
        return users.get(who);
    }

    /** Somebody of the demonstration city under another name. */
    void demo(String who, String username) {
        users.put(who, username);
    }

    String id(String who) {
        return officers.get(who);
    }

    /** Ids of all officers who play. */
    Collection<String> officers() {
        return officers.values();
    }

    String token(String who) {
        return City.token(users.getOrDefault(who, who));
    }

    /** The first of a list. */
    static String id(String list, String token) {
        return City.gateway().get(list, token).json().at("/items/0/id").asText();
    }

    private static JsonNode made(String token, String path, String body) {
        var made = City.gateway().post(path, token, body);
        assertThat(made.status()).as(path + ": " + made.body()).isEqualTo(201);
        return made.json();
    }

    /** Fails unless it is created. */
    JsonNode created(String who, String path, String body) {
        return made(token(who), path, body);
    }

    JsonNode read(String who, String path) {
        var answer = City.gateway().get(path, token(who));
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** An act on the version at hand. */
    Http.Answer act(String who, String path, String verb, String body) {
        var etag = City.gateway().get(path, token(who)).header("ETag");
        return City.gateway().act(path + "/actions/" + verb, token(who), etag, body);
    }

    /** Puts something in the place of the version at hand. */
    Http.Answer put(String who, String path, String body) {
        return put(who, path, City.gateway().get(path, token(who)).header("ETag"), body);
    }

    Http.Answer put(String who, String path, String etag, String body) {
        return City.gateway().put(path, token(who), etag, body);
    }

    /** Status of the answer to somebody who looks. */
    int status(String who, String path) {
        return City.gateway().get(path, token(who)).status();
    }

    /** Fails if it is refused. */
    void did(String who, String path, String verb, String body) {
        var answer = act(who, path, verb, body);
        assertThat(answer.status()).as(who + " " + verb + ": " + answer.body()).isEqualTo(200);
    }
}
