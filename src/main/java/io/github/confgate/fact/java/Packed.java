package io.github.confgate.fact.java;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Numbers, texts and lists in few bytes. Each text stands once; what is read need not have been written. */
final class Packed {

    private Packed() {}

    /** Writes. */
    static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private final Map<String, Integer> texts = new HashMap<>();

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void number(int number) {
            int rest = number;
            while ((rest & ~0x7f) != 0) {
                bytes.write((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }

        void text(String text) {
            Integer known = texts.get(text);
            if (known != null) {
                number(known);
                return;
            }
            number(0);
            number(text.length());
            // One by one: half a character is lost in every encoding.
            text.chars().forEach(this::number);
            texts.put(text, texts.size() + 1);
        }

        <T> void list(List<T> items, Consumer<T> item) {
            number(items.size());
            items.forEach(item);
        }

        void bytes(byte[] some) {
            number(some.length);
            bytes.writeBytes(some);
        }
    }

    /** Reads; throws {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} where it makes no sense. */
    static final class In {
        private final byte[] bytes;
        private final List<String> texts = new ArrayList<>();
        private int i;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isAtEnd() {
            return i == bytes.length;
        }

        int number() {
            int number = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int next = bytes[i++];
                number |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("a number without an end");
        }

        String text() {
            int known = number();
            if (known > 0) {
                return texts.get(known - 1);
            }
            int length = number();
            if (length < 0 || length > bytes.length - i) {
                throw new IllegalArgumentException("a text of " + length);
            }
            char[] chars = new char[length];
            for (int k = 0; k < length; k++) {
                chars[k] = (char) number();
            }
            String text = new String(chars);
            texts.add(text);
            return text;
        }

        byte[] bytes() {
            int length = number();
            if (length < 0 || length > bytes.length - i) {
                throw new IllegalArgumentException("bytes without an end");
            }
            i += length;
            return Arrays.copyOfRange(bytes, i - length, i);
        }

        <T> List<T> list(Supplier<T> item) {
            int size = number();
            if (size < 0 || size > bytes.length - i) {
                throw new IllegalArgumentException("a list of " + size);
            }
            List<T> items = new ArrayList<>(size);
            for (int k = 0; k < size; k++) {
                items.add(item.get());
            }
            return items;
        }
    }
}
