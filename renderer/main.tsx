import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z, z } from 'zod';
import { present } from '#src/kernel';
import { App } from './app/app.tsx';

// Zod tries to compile its schemas, which the page's security policy reports as an attack.
z.config({ jitless: true });

// The content policy allows no code made from text, which zod would otherwise try.
z.config({ jitless: true });

const root = present(document.getElementById('desk'), 'index.html holds it');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
