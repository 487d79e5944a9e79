import { validateFiles } from './validate-files.ts';

const { stdin, stdout, stderr } = process;
// Whoever reads the problems may have seen enough, as `head` has.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 1 : 2));
process.exitCode = await validateFiles(process.argv.slice(2), { input: stdin, output: stdout, notes: stderr });
