// One side of PeerProgramTest, over the OpenSSL that Node.js brings: node openssl-peer.mjs FOLDER
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const read = (name) => fs.readFileSync(path.join(folder, name));
const write = (name, bytes) => fs.writeFileSync(path.join(folder, name), bytes);
const message = read('message');

function require(condition, what) {
  if (!condition) {
    console.error('refused: ' + what);
    process.exit(1);
  }
}

function publicKey(name) {
  return crypto.createPublicKey({ key: read(name), format: 'der', type: 'spki' });
}

function privateKey(name) {
  return crypto.createPrivateKey({ key: read(name), format: 'der', type: 'pkcs8' });
}

for (const line of read('algorithms').toString().trim().split('\n')) {
  const [name, kind] = line.split(' ');
  const digest = name === 'P-256' ? 'sha256' : null;
  const ours = publicKey(name + '.public');
  const pair = name === 'P-256'
    ? crypto.generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    : crypto.generateKeyPairSync(name.toLowerCase());
  write(name + '.their-public', pair.publicKey.export({ format: 'der', type: 'spki' }));
  write(name + '.their-private', pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
  if (kind === 'signature') {
    require(crypto.verify(digest, message, ours, read(name + '.signature')), name + ' signature');
    for (const form of ['SEED', 'EXPANDED', 'BOTH']) {
      const key = privateKey(name + '.' + form);
      write(name + '.' + form + '.signature', crypto.sign(digest, message, key));
    }
    write(name + '.their-signature', crypto.sign(digest, message, pair.privateKey));
    const root = new crypto.X509Certificate(read(name + '.root'));
    const device = new crypto.X509Certificate(read(name + '.device'));
    require(root.verify(root.publicKey) && root.ca, name + ' root');
    require(device.verify(root.publicKey) && device.checkIssued(root), name + ' device');
    require(!device.ca, name + ' device is an authority');
  } else if (kind === 'kem') {
    const made = crypto.encapsulate(ours);
    write(name + '.ciphertext', made.ciphertext);
    write(name + '.secret', made.sharedKey);
    for (const form of ['SEED', 'EXPANDED', 'BOTH']) {
      const secret = crypto.decapsulate(privateKey(name + '.' + form), made.ciphertext);
      require(secret.equals(made.sharedKey), name + ' ' + form);
    }
  }
}
console.log('OpenSSL ' + process.versions.openssl);
