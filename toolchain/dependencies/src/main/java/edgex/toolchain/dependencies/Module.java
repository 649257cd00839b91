package edgex.toolchain.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a module's pom.xml says.
 *
 * @param folder the module's folder, from the root, with slashes
 */
record Module(String folder, String artifact, List<Dependency> dependencies) {

  /** A dependency on a module of this project. */
  record Dependency(String artifact, String scope) {}

  static Module read(Path root, String folder) throws IOException {
    Element project = parse(root.resolve(folder).resolve("pom.xml")).getDocumentElement();
    List<Dependency> dependencies = new ArrayList<>();
    for (Element list : children(project, "dependencies")) {
      for (Element entry : children(list, "dependency")) {
        if (text(entry, "groupId").equals("org.edgex")) {
          dependencies.add(new Dependency(text(entry, "artifactId"), text(entry, "scope")));
        }
      }
    }
    return new Module(folder, text(project, "artifactId"), dependencies);
  }

  /** The folders of all modules that the root names. */
  static List<String> foldersOf(Path root) throws IOException {
    List<String> folders = new ArrayList<>();
    Element project = parse(root.resolve("pom.xml")).getDocumentElement();
    for (Element list : children(project, "modules")) {
      for (Element module : children(list, "module")) {
        folders.add(module.getTextContent().strip());
      }
    }
    return folders;
  }

  private static Document parse(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    } catch (ParserConfigurationException | SAXException failure) {
      throw new IOException(pom + " is no XML: " + failure.getMessage(), failure);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }
}
