package edgex.onnx.model;

import java.util.Map;

/**
 * The content of a model file (ModelProto).
 *
 * @param irVersion version of the file format
 * @param producer name of the program that wrote the file, or empty
 * @param opsets version of the operator set imported for each domain; ONNX's own domain is ""
 * @param graph the computation
 */
public record Model(long irVersion, String producer, Map<String, Long> opsets, Graph graph) {}
