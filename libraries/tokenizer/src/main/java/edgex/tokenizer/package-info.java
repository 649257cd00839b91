/**
 * Text to the numbers that language models take: the WordPiece tokenizer of BERT and its
 * descendants, set up by the {@code tokenizer.json} that comes with a model.
 */
package edgex.tokenizer;
