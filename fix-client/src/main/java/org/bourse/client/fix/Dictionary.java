package org.bourse.client.fix;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldType;

/** Names, types and places of fields, as QuickFIX/J's FIX 4.4 dictionary has them. Thread-safe. */
public final class Dictionary {

  private static final String RESOURCE = "FIX44.xml";

  private static final Set<FieldType> NUMBERS =
      EnumSet.of(
          FieldType.INT,
          FieldType.FLOAT,
          FieldType.LENGTH,
          FieldType.NUMINGROUP,
          FieldType.SEQNUM,
          FieldType.DAYOFMONTH,
          FieldType.PRICE,
          FieldType.PRICEOFFSET,
          FieldType.AMT,
          FieldType.QTY,
          FieldType.PERCENTAGE);

  private final DataDictionary fields;
  private final Map<String, String> messageNames;

  private Dictionary(DataDictionary fields, Map<String, String> messageNames) {
    this.fields = fields;
    this.messageNames = messageNames;
  }

  /** Reads the dictionary, which takes a moment. */
  public static Dictionary fix44() {
    try {
      return new Dictionary(new DataDictionary(RESOURCE), messageNames());
    } catch (ConfigError | IOException | XMLStreamException e) {
      throw new IllegalStateException("the FIX 4.4 dictionary cannot be read", e);
    }
  }

  /** Messages' names by MsgType(35), which the dictionary's own class does not tell. */
  private static Map<String, String> messageNames() throws IOException, XMLStreamException {
    Map<String, String> found = new HashMap<>();
    try (InputStream in = DataDictionary.class.getClassLoader().getResourceAsStream(RESOURCE)) {
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

  /** The name of messages with this MsgType(35), null where there are none. */
  public @Nullable String messageName(String type) {
    return messageNames.get(type);
  }

  /** The MsgType(35) of messages with this name, null where there are none. */
  public @Nullable String messageType(String name) {
    return fields.getMsgType(name);
  }

  /** The name of a field, null where there is no such field. */
  public @Nullable String fieldName(int tag) {
    return fields.getFieldName(tag);
  }

  /** The tag of the field with this name. */
  public OptionalInt tag(String name) {
    int tag = fields.getFieldTag(name);
    return tag > 0 ? OptionalInt.of(tag) : OptionalInt.empty();
  }

  /** What a coded value means, such as {@code PartiallyFilled}; null where it is no code. */
  public @Nullable String meaning(int tag, String value) {
    String words = fields.getValueName(tag, value);
    return words == null ? null : camel(words);
  }

  /** Whether the field's values are numbers, for which 10 and 10.00 are the same. */
  public boolean isNumber(int tag) {
    return fields.isField(tag) && NUMBERS.contains(fields.getFieldType(tag));
  }

  /** Whether the field stands in the header of every message. */
  public boolean isHeader(int tag) {
    return fields.isHeaderField(tag);
  }

  /** Whether the field stands in the trailer of every message. */
  public boolean isTrailer(int tag) {
    return fields.isTrailerField(tag);
  }

  /** Whether such a message must have the field in its body. */
  public boolean isRequired(String type, int tag) {
    return fields.isRequiredField(type, tag);
  }

  /** What the entries of a repeating group are made of, null where the field counts none. */
  public @Nullable GroupForm group(String type, int countTag) {
    return fields.isGroup(type, countTag)
        ? new GroupForm(type, fields.getGroup(type, countTag))
        : null;
  }

  private static String camel(String words) {
    return Arrays.stream(words.split("_", -1))
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
