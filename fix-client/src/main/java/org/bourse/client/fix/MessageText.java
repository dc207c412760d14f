package org.bourse.client.fix;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.Message;

/**
 * Writes messages for people: one line, fields and values by the names that the FIX 4.4 dictionary
 * gives them, header and trailer left out.
 */
public final class MessageText {

  private static final String SOH = "\001";
  private static final Set<Integer> HEADER_AND_TRAILER =
      Set.of(8, 9, 35, 34, 43, 49, 50, 52, 56, 57, 97, 115, 122, 128, 369, 10);
  private static final List<Integer> FIRST = List.of(150, 39, 37, 11, 41, 151, 14, 6, 32, 31);

  private static final String DICTIONARY = "FIX44.xml";

  private final DataDictionary names;
  private final Map<String, String> messageNames;

  private MessageText(DataDictionary names, Map<String, String> messageNames) {
    this.names = names;
    this.messageNames = messageNames;
  }

  /** Reads the dictionary, which takes a moment. */
  public static MessageText fix44() {
    try {
      return new MessageText(new DataDictionary(DICTIONARY), messageNames());
    } catch (ConfigError | IOException | XMLStreamException e) {
      throw new IllegalStateException("the FIX 4.4 dictionary cannot be read", e);
    }
  }

  /** Messages' names by MsgType(35), which the dictionary's own class does not tell. */
  private static Map<String, String> messageNames() throws IOException, XMLStreamException {
    Map<String, String> found = new HashMap<>();
    try (InputStream in = DataDictionary.class.getClassLoader().getResourceAsStream(DICTIONARY)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("message")) {
          found.put(xml.getAttributeValue(null, "msgtype"), xml.getAttributeValue(null, "name"));
        }
      }
    }
    return found;
  }

  /**
   * One line, such as {@code ExecutionReport ExecType=New OrdStatus=New OrderID=12 ...}: what
   * matters most first, then the rest in the message's own order.
   *
   * @param message a message that was received or sent
   * @return the line
   */
  public String of(Message message) {
    String raw = message.toRawString();
    List<Field> fields = fields(raw == null ? message.toString() : raw);
    String type =
        fields.stream().filter(f -> f.tag == 35).map(Field::value).findFirst().orElse("?");
    String name = messageNames.getOrDefault(type, "MsgType=" + type);
    List<Field> shown = new ArrayList<>();
    for (int tag : FIRST) {
      fields.stream().filter(f -> f.tag == tag).forEach(shown::add);
    }
    for (Field field : fields) {
      if (!HEADER_AND_TRAILER.contains(field.tag) && !FIRST.contains(field.tag)) {
        shown.add(field);
      }
    }
    return name + shown.stream().map(this::text).collect(Collectors.joining(" ", " ", ""));
  }

  private String text(Field field) {
    String name = names.getFieldName(field.tag);
    String value = names.getValueName(field.tag, field.value);
    String shown = value == null ? field.value : camel(value);
    return (name == null ? Integer.toString(field.tag) : name)
        + "="
        + (shown.isEmpty() || shown.contains(" ") ? "\"" + shown + "\"" : shown);
  }

  private static List<Field> fields(String message) {
    List<Field> fields = new ArrayList<>();
    for (String part : message.split(SOH, -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        fields.add(new Field(Integer.parseInt(part, 0, equals, 10), part.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String camel(String words) {
    return Arrays.stream(words.split("_", -1))
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private record Field(int tag, String value) {}
}
