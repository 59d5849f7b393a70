package clock2cloud.app.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Records to JSON and back: component names are keys, empty Optionals are absent. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new Jdk8Module())
            .addModule(WholeNumbers.module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private Json() {}

    /** One JSON object, indented, with a line feed at its end. */
    public static String write(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file as a record.
     *
     * @throws IllegalArgumentException naming {@code file:line:column} when it is not such a record
     */
    public static <T> T read(Path file, Class<T> type) {
        return read(text(file), file.toString(), type);
    }

    /** A file as a record of which every component that is not optional must be there. */
    public static <T> T readWhole(Path file, Class<T> type) {
        return read(
                text(file),
                file.toString(),
                MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES),
                type);
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file; name a JSON file", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": not UTF-8 text; name a JSON file, unpacked", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text; name a readable JSON file", e);
        }
    }

    /** A text as a record; {@code name} is what errors call it. */
    public static <T> T read(String text, String name, Class<T> type) {
        return read(text, name, MAPPER.readerFor(type), type);
    }

    private static <T> T read(String text, String name, ObjectReader reader, Class<T> type) {
        try {
            T value = type.cast(reader.readValue(text));
            if (value == null) {
                throw new IllegalArgumentException(name + ": an object {…} is needed, not null");
            }
            return value;
        } catch (JsonMappingException e) {
            Throwable cause = e.getCause();
            String why = cause instanceof IllegalArgumentException
                    ? String.valueOf(cause.getMessage())
                    : JsonComplaint.plain(e.getOriginalMessage());
            throw new IllegalArgumentException(
                    where(name, e.getLocation()) + (path(e) + firstLine(why)).replace(": is missing", " is missing"),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    where(name, e.getLocation()) + firstLine(JsonComplaint.plain(e.getOriginalMessage())), e);
        }
    }

    private static String where(String name, JsonLocation at) {
        return at == null ? name + ": " : name + ":" + at.getLineNr() + ":" + Math.max(1, at.getColumnNr()) + ": ";
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\(class [^)]*\\), ", "");
    }
}
