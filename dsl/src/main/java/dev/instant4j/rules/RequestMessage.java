package dev.instant4j.rules;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TimestampProto;
import java.time.Instant;
import java.util.List;

/** The message that rules know as {@code request}. */
final class RequestMessage {
    static final String NAME = "request";

    private static final Descriptor DESCRIPTOR = build();

    private RequestMessage() {}

    static Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /** @param modifiedFields the labels that are written, without {@code id} */
    static Message of(RuleRequest request, List<String> modifiedFields) {
        Instant time = request.time();
        long seconds = time.getEpochSecond();
        int nanos = time.getNano();
        return DynamicMessage.newBuilder(DESCRIPTOR)
                .setField(field("modifiedFields"), modifiedFields)
                .setField(
                        field("time"),
                        Timestamp.newBuilder()
                                .setSeconds(seconds)
                                .setNanos(nanos)
                                .build())
                .setField(field("ip"), request.ip())
                .setField(field("origin"), request.origin())
                .build();
    }

    private static FieldDescriptor field(String name) {
        return DESCRIPTOR.findFieldByName(name);
    }

    private static Descriptor build() {
        DescriptorProto message = DescriptorProto.newBuilder()
                .setName(NAME)
                .addField(text("modifiedFields", 1, Label.LABEL_REPEATED))
                .addField(timestamp("time", 2))
                .addField(text("ip", 3, Label.LABEL_OPTIONAL))
                .addField(text("origin", 4, Label.LABEL_OPTIONAL))
                .build();
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("request.proto")
                .setSyntax("proto3")
                .addDependency(TimestampProto.getDescriptor().getName())
                .addMessageType(message)
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[] {TimestampProto.getDescriptor()})
                    .findMessageTypeByName(NAME);
        } catch (DescriptorValidationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static FieldDescriptorProto text(String name, int number, Label label) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(label)
                .setType(Type.TYPE_STRING)
                .build();
    }

    private static FieldDescriptorProto timestamp(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(Label.LABEL_OPTIONAL)
                .setType(Type.TYPE_MESSAGE)
                .setTypeName("." + Timestamp.getDescriptor().getFullName())
                .build();
    }
}
