package clock2cloud.nn.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The safetensors format: eight bytes of header length, least significant first; a JSON header that says each tensor's
 * type, shape and place; the values. Ours carries {@code crc32} in its metadata: the sum of the whole file with these
 * eight digits written as zeros. Any reader of safetensors reads it; only a file with the right sum is read here.
 */
final class Safetensors {
    private static final String METADATA = "__metadata__";
    private static final String NO_SUM = "\"crc32\":\"00000000\"";
    private static final int MOST_HEADER = 100_000_000;

    private Safetensors() {}

    /** What a file holds. */
    record Content(SortedMap<String, String> metadata, List<Tensor> tensors) {}

    static byte[] encode(Map<String, String> metadata, List<Tensor> tensors) {
        byte[] header = header(metadata, tensors).getBytes(StandardCharsets.UTF_8);
        int padding = (8 - header.length % 8) % 8;
        long size = 8L + header.length + padding;
        for (Tensor tensor : tensors) {
            size += 4L * tensor.values().length;
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a net of " + size + " bytes: at most 2 GiB are saved");
        }
        ByteBuffer file = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length + padding)
                .put(header)
                .put(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        for (Tensor tensor : tensors) {
            file.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.values());
            file.position(file.position() + 4 * tensor.values().length);
        }
        return signed(file.array());
    }

    private static String header(Map<String, String> metadata, List<Tensor> tensors) {
        StringBuilder json = new StringBuilder("{\"" + METADATA + "\":{" + NO_SUM);
        new TreeMap<>(metadata).forEach((key, value) -> json.append(',')
                .append(HeaderJson.quoted(key))
                .append(':')
                .append(HeaderJson.quoted(value)));
        json.append('}');
        long begin = 0;
        for (Tensor tensor : tensors) {
            long end = begin + 4L * tensor.values().length;
            json.append(',').append(HeaderJson.quoted(tensor.name())).append(":{\"dtype\":\"F32\",\"shape\":");
            json.append(tensor.shape().toString().replace(" ", ""));
            json.append(",\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]}");
            begin = end;
        }
        return json.append('}').toString();
    }

    private static byte[] signed(byte[] file) {
        byte[] digits = String.format(Locale.ROOT, "%08x", sum(file)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, file, sumAt(), 8);
        return file;
    }

    /** Where the sum's digits stand in a file of ours: the first thing in the header. */
    private static int sumAt() {
        return 8 + 2 + METADATA.length() + 3 + NO_SUM.length() - 9;
    }

    private static long sum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, sumAt());
        crc.update("00000000".getBytes(StandardCharsets.US_ASCII));
        crc.update(file, sumAt() + 8, file.length - sumAt() - 8);
        return crc.getValue();
    }

    /** Reads a whole file held in memory; {@code name} is what errors call it. */
    static Content decode(byte[] file, String name) {
        long length = file.length < 10
                ? -1
                : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        if (length < 2 || length > MOST_HEADER || file[8] != '{') {
            throw new IllegalArgumentException(name + ": not a safetensors file, or torn in its first bytes");
        }
        if (8 + length > file.length) {
            throw new IllegalArgumentException(
                    name + ": torn: its header takes " + length + " bytes, the file holds " + (file.length - 8));
        }
        String header = new String(file, 8, (int) length, StandardCharsets.UTF_8);
        try {
            return content(HeaderJson.object(header.strip()), file, 8 + (int) length, name);
        } catch (HeaderJson.Malformed e) {
            throw new IllegalArgumentException(name + ": damaged header: " + e.getMessage(), e);
        }
    }

    private static Content content(Map<String, Object> header, byte[] file, int valuesAt, String name)
            throws HeaderJson.Malformed {
        SortedMap<String, String> metadata = new TreeMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : header.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                for (Map.Entry<String, Object> one :
                        HeaderJson.asObject(entry.getValue()).entrySet()) {
                    metadata.put(one.getKey(), HeaderJson.asText(one.getValue()));
                }
            } else {
                places.put(entry.getKey(), Place.of(HeaderJson.asObject(entry.getValue())));
            }
        }
        checkWhole(metadata, places, file, valuesAt, name);
        ByteBuffer values =
                ByteBuffer.wrap(file, valuesAt, file.length - valuesAt).slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            tensors.add(tensor(entry.getKey(), entry.getValue(), values, name));
        }
        return new Content(metadata, List.copyOf(tensors));
    }

    /** The values lie without gap or overlap up to the last byte, and the sum is right. */
    private static void checkWhole(
            Map<String, String> metadata, Map<String, Place> places, byte[] file, int valuesAt, String name) {
        long end = 0;
        for (Place place : places.values().stream()
                .sorted(Comparator.comparing(Place::begin).thenComparing(Place::end))
                .toList()) {
            if (place.begin() != end || place.end() < end) {
                throw new IllegalArgumentException(
                        name + ": damaged header: values overlap or leave a gap at byte " + end);
            }
            end = place.end();
        }
        if (end != file.length - valuesAt) {
            throw new IllegalArgumentException(name + ": torn: its header promises " + end
                    + " bytes of values, the file holds " + (file.length - valuesAt));
        }
        String sum = metadata.remove("crc32");
        if (sum == null) {
            throw new IllegalArgumentException(
                    name + ": foreign: a safetensors file that was not written here (no crc32)");
        }
        if (file.length < sumAt() + 8 || !sum.equals(String.format(Locale.ROOT, "%08x", sum(file)))) {
            throw new IllegalArgumentException(
                    name + ": damaged: its sum is not the " + sum + " that it was written with");
        }
    }

    private static Tensor tensor(String key, Place place, ByteBuffer values, String name) {
        if (!place.type().equals("F32")) {
            throw new IllegalArgumentException(name + ": tensor " + key + " is " + place.type() + ": only F32 is read");
        }
        float[] own = new float[(int) (place.end() - place.begin()) / 4];
        for (int i = 0; i < own.length; i++) {
            own[i] = values.getFloat((int) place.begin() + 4 * i);
        }
        try {
            return new Tensor(key, place.shape(), own);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": damaged header: " + e.getMessage(), e);
        }
    }

    /** A tensor's entry in the header. */
    private record Place(String type, List<Integer> shape, long begin, long end) {
        static Place of(Map<String, Object> entry) throws HeaderJson.Malformed {
            List<Long> offsets = HeaderJson.asNumbers(entry.getOrDefault("data_offsets", "nothing"));
            List<Integer> shape = new ArrayList<>();
            for (long side : HeaderJson.asNumbers(entry.getOrDefault("shape", "nothing"))) {
                shape.add((int) Math.min(side, Integer.MAX_VALUE));
            }
            if (offsets.size() != 2) {
                throw new HeaderJson.Malformed("data_offsets must be two numbers");
            }
            return new Place(HeaderJson.asText(entry.getOrDefault("dtype", 0L)), shape, offsets.get(0), offsets.get(1));
        }
    }
}
