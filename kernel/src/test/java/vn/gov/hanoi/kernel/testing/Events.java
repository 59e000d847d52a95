package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Tells and reads events at the real broker. */
public final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(300);

    /** By broker: making a producer or a consumer takes longer than all that a test sends and reads. */
    private static final Map<String, Producer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private static final Map<String, Consumer<String, byte[]>> CONSUMERS = new ConcurrentHashMap<>();

    private Events() {}

    /** Returns when the broker has it. */
    public static void send(String topic, @Nullable String key, byte @Nullable [] value) {
        try {
            PRODUCERS
                    .computeIfAbsent(servers(), Events::producer)
                    .send(new ProducerRecord<>(topic, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Producer<String, byte[]> producer(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Tells that a unit is as given, in force since 2018. */
    public static void directoryUnit(
            UUID id, String code, String name, String type, @Nullable UUID parentId, long sequence) {
        directoryUnit(id, code, name, type, parentId, "2018-01-01", null, sequence);
    }

    public static void directoryUnit(
            UUID id,
            String code,
            String name,
            String type,
            @Nullable UUID parentId,
            String validFrom,
            @Nullable String validTo,
            long sequence) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("id", id);
        data.put("code", code);
        data.put("name", name);
        data.put("type", type);
        data.put("parentId", parentId);
        data.put("validFrom", validFrom);
        data.put("validTo", validTo);
        data.put("version", sequence);
        send("directory.unit", id.toString(), envelope("directory.unit", "units", id, sequence, data));
    }

    /** Tells an officer with one main post since 2018; a later sequence moves the person. */
    public static void directoryOfficer(UUID id, String code, String name, UUID unitId, long sequence) {
        var post = Map.of(
                "id",
                UUID.randomUUID(),
                "unitId",
                unitId,
                "position",
                "STAFF",
                "title",
                "Chuyên viên",
                "leader",
                false,
                "main",
                true,
                "validFrom",
                "2018-01-01");
        var data = Map.of(
                "id",
                id,
                "officerCode",
                code,
                "fullName",
                name,
                "category",
                "CIVIL_SERVANT",
                "assignments",
                List.of(post));
        send("directory.officer", id.toString(), envelope("directory.officer", "officers", id, sequence, data));
    }

    /** The bytes of a CloudEvent with a new id. */
    public static byte[] envelope(String topic, String collection, UUID id, long sequence, Object data) {
        return envelope(topic, "recorded", collection, id, sequence, data);
    }

    /** The same for a fact of another name, for example {@code drafted}. */
    public static byte[] envelope(String topic, String fact, String collection, UUID id, long sequence, Object data) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID());
        event.put("source", "/evaluation/v1");
        event.put("type", "vn.gov.hanoi." + topic + "." + fact + ".v1");
        event.put("subject", collection + "/" + id);
        event.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("partitionkey", id);
        event.put("sequence", "%010d".formatted(sequence));
        event.put("data", data);
        try {
            return JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event as a tree. */
    public static JsonNode parse(byte[] event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events of the topic with the key, from the beginning, in order. */
    public static List<JsonNode> read(String topic, String key) {
        return readBytes(topic, key).stream().map(Events::parse).toList();
    }

    /** The same as the bytes that the broker has. */
    public static List<byte[]> readBytes(String topic, String key) {
        var consumer = CONSUMERS.computeIfAbsent(servers(), Events::consumer);
        // A consumer is for one thread at a time.
        synchronized (consumer) {
            return read(consumer, topic, key);
        }
    }

    private static List<byte[]> read(Consumer<String, byte[]> consumer, String topic, String key) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var found = new ArrayList<byte[]>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                if (key.equals(record.key()) && record.value() != null) {
                    found.add(record.value());
                }
            }
        }
        return found;
    }

    private static Consumer<String, byte[]> consumer(String servers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "enable.auto.commit", false, "max.poll.records", 10_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String servers() {
        return System.getProperty(Stack.KAFKA);
    }
}
